import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { parse } from 'yaml'

/** What danger, or what only sounds like it, we do not tell apart yet. */
const listed = new Set(parse(readFileSync(new URL('./danger-not-yet.yaml', import.meta.url), 'utf8')) as string[])

/** The test of a sentence: one that is listed must fail, so that it is struck off when it is mended. */
export const notYet = (text: string): typeof it.fails => (listed.has(text) ? it.fails : it)
