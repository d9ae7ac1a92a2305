import { StartProblem } from './problem.ts'
import type { Wrangler } from './wrangler-toml.ts'

export type Namespace = { binding: string; className: string; uniqueKey: string; sql: boolean }

/**
 * The Durable Object classes that wrangler.toml binds. The key names the folder with their state on disk:
 * change how it is made, and every conversation kept so far is out of reach.
 */
export function namespacesOf({ name, durable_objects, migrations }: Wrangler): Namespace[] {
  const withSql = new Set(migrations.flatMap(({ new_sqlite_classes }) => new_sqlite_classes))
  const without = new Set(migrations.flatMap(({ new_classes }) => new_classes))
  return durable_objects.bindings.map(({ name: binding, class_name: className }) => {
    if (!withSql.has(className) && !without.has(className)) {
      throw new StartProblem(`wrangler.toml binds ${className}, but no [[migrations]] names it in new_sqlite_classes`)
    }
    return { binding, className, uniqueKey: `${name}-${className}`, sql: withSql.has(className) }
  })
}
