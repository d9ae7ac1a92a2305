import type { TeamsConfig } from '../../src/core/config.ts'
import type { Assistant, ForColleagues } from '../../src/core/ports.ts'

/** What the adapter is made of. `fetch` is the only way out. */
export type TeamsParts = {
  config: TeamsConfig
  assistant: Assistant
  forColleagues: ForColleagues
  /** Hosts that content links to: nothing else becomes a link. */
  linkHosts: () => ReadonlySet<string>
  fetch: typeof fetch
  /** The present moment, ISO with offset. */
  clock: () => string
}

/** The present moment in milliseconds. */
export const nowOf = ({ clock }: Pick<TeamsParts, 'clock'>): number => Date.parse(clock())
