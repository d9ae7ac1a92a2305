import type { Config } from '../core/config.ts'

type Placed<N> = N & { jurisdiction(name: 'eu'): N }

/**
 * A namespace of Durable Objects whose objects, and all that they keep, stay in the European Union. In a local run they
 * stay on this machine, and workerd refuses to hear of places.
 */
export const inEurope = <N>(binding: unknown, { local }: Pick<Config, 'local'>): N =>
  local ? (binding as N) : (binding as Placed<N>).jurisdiction('eu')
