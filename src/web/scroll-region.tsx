// A part of the page that scrolls sideways where the column is too narrow, and that the keyboard can reach to do so.

import type { ComponentChildren, JSX } from 'preact'

/** `label` names the region for those who hear it; usually the caption of the table within. */
export function ScrollRegion(props: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="scroll" aria-label={props.label} tabIndex={0}>
      {props.children}
    </section>
  )
}
