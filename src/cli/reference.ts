// `secretariat reference`: prints docs/reference anew.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { referencePages } from '#api/reference.ts'
import { homeFolder } from '#config.ts'
import type { AnyView } from '#reading/view.ts'
import type { Room } from '#web/room.ts'

/** Adds it. */
export function addReference(
  program: Command,
  rooms: readonly Room[],
  views: readonly AnyView[],
): void {
  program
    .command('reference')
    .description('Print the reference from the declarations into docs/reference')
    .action(async () => {
      const folder = join(homeFolder(), 'docs', 'reference')
      await mkdir(folder, { recursive: true })
      for (const [file, text] of Object.entries(referencePages(rooms, views)))
        await writeFile(join(folder, file), text)
      console.log(`Printed ${folder}`)
    })
}
