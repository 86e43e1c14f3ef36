// Who may read what: the four classes, from open to named readers. A code's rulebook gives them their labels.

export const informationClasses = ['white', 'green', 'amber', 'red'] as const
export type InformationClass = (typeof informationClasses)[number]

/** Somebody who reads. Roles come later; until then a viewer is the public or the operator. */
export interface Viewer {
  readonly name: 'public' | 'operator'
  /** As the page says who is reading. */
  readonly label: string
  readonly reads: readonly InformationClass[]
}

export const thePublic: Viewer = { name: 'public', label: 'Public', reads: ['white'] }
export const theOperator: Viewer = {
  name: 'operator',
  label: 'Operator',
  reads: informationClasses,
}

/** Whether a viewer may read something of this class; what has no class is read by nobody. */
export function mayRead(viewer: Viewer, what: InformationClass | undefined): boolean {
  return what !== undefined && viewer.reads.includes(what)
}

/** 0 for the most open class, rising with restriction. */
export function restriction(of: InformationClass): number {
  return informationClasses.indexOf(of)
}
