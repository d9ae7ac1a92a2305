import { relative } from 'node:path'
import type { OutsideModule } from './bundle.ts'
import { type Namespace, namespacesOf } from './durable-objects.ts'
import type { Wrangler } from './wrangler-toml.ts'

/** Text of Cap'n Proto: its strings escape as JSON's do, for what stands in our configuration. */
const quote = JSON.stringify
const list = (items: string[]): string => (items.length === 0 ? '[]' : `[\n    ${items.join(',\n    ')}\n  ]`)

/**
 * The workerd configuration of a local run. Port and folder come on the command line and variables through the
 * process environment, so no secret is ever in this file and it can be kept as long as the code stays the same.
 * The Worker may reach loopback: the far sides of a local run (test issuers, a fake Graph) live there.
 */
export function workerdConfig(
  wrangler: Wrangler,
  outside: OutsideModule[],
  names: readonly string[],
  folder: string,
): string {
  const namespaces = namespacesOf(wrangler)
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "worker", worker = .worker),
    (name = "objects", disk = (writable = true)),
${assetsService(wrangler)}    (name = "internet", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", service = "worker", http = ())],
);

const worker :Workerd.Worker = (
  modules = ${list(['(name = "worker.js", esModule = embed "worker.js")', ...outside.map((one) => moduleLine(one, folder))])},
  compatibilityDate = ${quote(wrangler.compatibility_date)},
  compatibilityFlags = ${list(wrangler.compatibility_flags.map((flag) => quote(flag)))},
  bindings = ${list([...bindingLines(names, namespaces), ...assetsBinding(wrangler)])},
  durableObjectNamespaces = ${list(namespaces.map(namespaceLine))},
  durableObjectStorage = (localDisk = "objects"),
);
`
}

/** A folder of files, found from where the run begins, that nobody but the Worker reaches. */
const assetsService = ({ assets }: Wrangler): string =>
  assets ? `    (name = "assets", disk = (path = ${quote(assets.directory)})),\n` : ''

const assetsBinding = ({ assets }: Wrangler): string[] =>
  assets ? [`(name = ${quote(assets.binding)}, service = "assets")`] : []

/** Embedded from where it lies: compiled content may change while the bundle stays. */
const moduleLine = ({ name, type, file }: OutsideModule, folder: string): string =>
  `(name = ${quote(name)}, ${type === 'Text' ? 'text' : 'data'} = embed ${quote(relative(folder, file))})`

/** A name without a value becomes null, which `readConfig` takes as missing. */
const bindingLines = (names: readonly string[], namespaces: Namespace[]): string[] => [
  '(name = "LOCAL_RUN", text = "1")',
  ...names.map((name) => `(name = ${quote(name)}, fromEnvironment = ${quote(name)})`),
  ...namespaces.map(
    ({ binding, className }) => `(name = ${quote(binding)}, durableObjectNamespace = ${quote(className)})`,
  ),
]

const namespaceLine = ({ className, uniqueKey, sql }: Namespace): string =>
  `(className = ${quote(className)}, uniqueKey = ${quote(uniqueKey)}, enableSql = ${sql})`
