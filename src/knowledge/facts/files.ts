import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Files } from './sheet-import.ts'

/** The files of a city that a check-list can change. */

const names = ['facts', 'locations', 'city'] as const
const pathOf = (root: string, slug: string, name: string): string => join(root, slug, `${name}.yaml`)

export const readFiles = (root: string, slug: string): Files =>
  Object.fromEntries(names.map((name) => [name, readFileSync(pathOf(root, slug, name), 'utf8')])) as Files

export function writeFiles(root: string, slug: string, files: Files): void {
  for (const name of names) writeFileSync(pathOf(root, slug, name), files[name])
}

export const writeStreetsFile = (root: string, slug: string, text: string): void =>
  writeFileSync(join(root, slug, 'streets.tsv'), text)
