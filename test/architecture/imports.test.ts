import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, type SourceFile } from '../fixtures/files.ts'

/**
 * Who may import whom. A room may always import from itself. `*`: everyone. The direction may not be turned round; a
 * new room gets its own line here.
 */
const mayImport: Record<string, string[]> = {
  core: [],
  search: ['core'],
  knowledge: ['core', 'search'],
  dialogue: ['core', 'search'],
  conversation: ['core', 'dialogue'],
  desk: ['core', 'search', 'dialogue'],
  http: ['core', 'search', 'dialogue', 'conversation', 'desk'],
  env: ['core'],
  cli: ['*'],
  worker: ['*'],
}
/** Any adapter: it is given what it needs. */
const adapterMayImport = ['core']
/** These also run in the browser. */
const forBrowsers = ['core', 'search']

const sources = filesBelow('src', 'adapters').filter(({ path }) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))

const imports = /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

function importsOf({ text }: SourceFile): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  return [...code.matchAll(imports)].flatMap(([, written, dynamic]) => written ?? dynamic ?? [])
}

/** `src/search/load.ts` → `search`; `src/env.ts` → `env`; `adapters/web/page.ts` → `adapters/web`. */
function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/')
  if (top === 'adapters') return `adapters/${room}`
  return top === 'src' ? room.replace(/\.ts$/, '') : top
}

function isAllowed(from: string, to: string): boolean {
  const allowed = from.startsWith('adapters/') ? adapterMayImport : (mayImport[from] ?? [])
  return from === to || allowed.includes('*') || allowed.includes(to)
}

/** Imports of files of ours, as paths from the root of the project. */
const ours = (source: SourceFile): string[] =>
  importsOf(source)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(source.path), specifier))

describe('who may import whom', () => {
  test('the reader of imports sees every way of writing one', () => {
    const text =
      "import a from './a.ts'\nimport {\n  type B,\n} from './b.ts'\nexport * from './c.ts'\nimport './d.ts'\n// import './no.ts'\nawait import('./e.ts')\n"
    expect(importsOf({ path: 'x.ts', text })).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts'])
  })

  test('every room of src has its line', () => {
    const rooms = new Set(sources.filter(({ path }) => path.startsWith('src/')).map(({ path }) => roomOf(path)))
    expect([...rooms].filter((room) => !mayImport[room])).toEqual([])
  })

  test('no import goes against the direction', () => {
    const wrong = sources.flatMap((source) =>
      ours(source)
        .filter((target) => !isAllowed(roomOf(source.path), roomOf(target)))
        .map((target) => `${source.path} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('what also runs in the browser imports nothing of Node', () => {
    const wrong = sources
      .filter(({ path }) => forBrowsers.includes(roomOf(path)))
      .flatMap((source) =>
        importsOf(source)
          .filter((specifier) => specifier.startsWith('node:'))
          .map((one) => `${source.path} imports ${one}`),
      )
    expect(wrong).toEqual([])
  })

  test('only src/knowledge reads knowledge/', () => {
    const reads = (source: SourceFile): boolean =>
      importsOf(source).some((specifier) => /^(node:)?fs/.test(specifier)) && folder.test(ownWords(source.text))
    const wrong = sources
      .filter(({ path }) => roomOf(path) !== 'knowledge')
      .filter((source) => ours(source).some((target) => target.startsWith('knowledge/')) || reads(source))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

/** A path that begins in `knowledge/`, as it stands in a string. */
const folder = /['"`](?:\.\/)?knowledge['"`/]/

/** What is left besides imports and besides telling that room where the folder is. */
const ownWords = (text: string): string => text.replace(imports, '').replace(/\breadKnowledge\(.*\)/g, '')
