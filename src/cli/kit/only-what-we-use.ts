import { relative } from 'node:path'
import type { OnResolveArgs, Plugin } from 'esbuild'

/**
 * The kits ask for a server for Node, two HTTP clients, sign-in and language models. This says, file by file, what comes
 * in and what stands for the rest; a file or package that is not on these lists stops the build, so that nothing can
 * slip in, and nothing that is left out can be called unnoticed.
 */

const comesIn = [
  'adapters/teams/kit/source.ts',
  ...[
    'Application',
    'AdaptiveCards',
    'Meetings',
    'MessageExtensions',
    'Messages',
    'TaskModules',
    'TurnState',
    'authentication/BotAuthenticationBase',
  ].map((name) => `node_modules/@microsoft/teams-ai/lib/${name}.js`),
  ...[
    'activityHandlerBase',
    'botAdapter',
    'cardFactory',
    'internal',
    'memoryStorage',
    'messageFactory',
    'middlewareSet',
    'turnContext',
    'turnContextStateCollection',
  ].map((name) => `node_modules/botbuilder-core/lib/${name}.js`),
]
/** Names, shapes and their checks: all of it but what stands below. */
const comesInWhole = 'node_modules/botframework-schema/lib/'

const core = (...files: string[]): string =>
  files.map((file) => `export * from 'botbuilder-core/lib/${file}.js'\n`).join('')

/** Stands for `botbuilder`, from the very files that it hands on, and for the front door of `botbuilder-core`. */
const botbuilder = `${core('activityHandlerBase', 'cardFactory', 'memoryStorage', 'messageFactory', 'turnContext')}export * from 'botframework-schema'\n`

/** The same checks in the version of zod that the Worker has already: these are all the names that are used. */
const zod = `export { array, boolean, instanceof, number, object, record, string, unknown } from 'zod'\n`

const uuid = 'export const v4 = () => crypto.randomUUID()\n'

/** Sign-in and language models: what is made of them only when `Application` is told to use them, which it is not. */
const leftOut = (...names: string[]): string =>
  names
    .map((name) => `export class ${name} { constructor() { throw new Error('${name} is left out of this build') } }\n`)
    .join('')

const standIns: Record<string, string> = {
  botbuilder,
  'botbuilder-dialogs': leftOut('DialogSet'),
  uuid,
  zod,
  './AI': leftOut('AI'),
  './Authentication': leftOut('AuthError'),
  './authentication/Authentication': leftOut('AuthenticationManager'),
  // Forty files of names for cards of SharePoint, which nothing that comes in asks for.
  './sharepoint': '',
}

export const onlyWhatWeUse = (): Plugin => ({
  name: 'only-what-we-use',
  setup({ initialOptions, onLoad, onResolve }) {
    const root = initialOptions.absWorkingDir ?? process.cwd()
    onResolve({ filter: /.*/ }, ({ path, importer, namespace }) => standIn({ path, importer, namespace }))
    onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
      contents: standIns[path] ?? '',
      resolveDir: root,
    }))
    onLoad({ filter: /.*/, namespace: 'file' }, ({ path }) => {
      const name = relative(root, path).replace(/^.*(?=node_modules\/)/, '')
      if (comesIn.includes(name) || name.startsWith(comesInWhole)) return undefined
      return { errors: [{ text: `${name} is not on the lists of src/cli/kit/only-what-we-use.ts` }] }
    })
  },
})

type Asked = Pick<OnResolveArgs, 'path' | 'importer' | 'namespace'>

/** `botbuilder-core` asks its own front door for what lies in one of its rooms; that door would let everything in. */
function standIn({ path, importer, namespace }: Asked): { path: string; namespace: string } | undefined {
  if (namespace === 'stand-in') return undefined
  const name = path === '.' && importer.includes('/botbuilder-core/') ? 'botbuilder' : path
  return Object.hasOwn(standIns, name) ? { path: name, namespace: 'stand-in' } : undefined
}
