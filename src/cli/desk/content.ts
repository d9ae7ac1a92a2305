import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeskContent } from '../../desk/content/pack.ts'

/** The compiled content as the desk's page gets it. @throws when it was never compiled. */
export function readDeskContent(root: string = process.cwd()): DeskContent {
  const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(root, '.generated', name)))
  const text = (name: string): string => readFileSync(join(root, '.generated', name), 'utf8')
  return {
    search: text('search.txt'),
    index: bytes('index.bin'),
    intent: bytes('intent.bin'),
    encoder: bytes('encoder.bin'),
    language: bytes('language.bin'),
    crisis: bytes('crisis.bin'),
    contactType: bytes('contact-type.bin'),
    askedFact: bytes('asked-fact.bin'),
    typed: bytes('assets/desk.bin'),
    notes: text('desk-notes.txt'),
  }
}
