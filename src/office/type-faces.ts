// The fonts of printed texts as they lie among the packages; who sets a text is handed their bytes.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const FILES = {
  text: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  textItalic:
    '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  textBold: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  textBoldItalic:
    '@expo-google-fonts/source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
  plain: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  plainBold: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
} as const

/** The bytes of each face: four for the text, two for what stands around it. */
export function readTypeFaces(): Readonly<Record<keyof typeof FILES, Uint8Array>> {
  const { resolve } = createRequire(import.meta.url)
  const read = ([face, file]: [string, string]) => [face, readFileSync(resolve(file))]
  return Object.fromEntries(Object.entries(FILES).map(read))
}
