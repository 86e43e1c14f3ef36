// The front door: what other rooms may use.

export type { EngagementHeld } from './engagement.ts'
export {
  engagementIn,
  engagementKept,
  heldEngagement,
  type KindOfEngagement,
} from './engagement-kept.ts'
