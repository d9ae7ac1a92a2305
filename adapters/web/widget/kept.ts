import type { Message } from '../../../src/core/message.ts'
import type { Lang } from './config.ts'

/** Something that was written and that the server has not confirmed yet. The id stays the same however often it is sent. */
export type Unsent = Pick<Message, 'id' | 'from' | 'at' | 'text'> & { choice?: { id: string; of: string } | undefined }

/** What outlives a page: in the tab's own storage, never in a cookie. Of words only what was not sent yet. */
export type KeptState = {
  token?: string | undefined
  /** `seq` at which the conversation begins: what comes before says what the panel says already. */
  begin?: number
  /** Chosen by hand. */
  lang?: Lang | undefined
  open?: boolean | undefined
  draft?: string
  unsent?: Unsent[]
  /** A person has the conversation, or was asked for. */
  handedOff?: boolean
  /** Last sign of life, in milliseconds. */
  at?: number
}

export type Kept = {
  get(): KeptState
  set(change: KeptState): void
  /** Forgets all but the language. */
  forget(): void
}

/** The server forgets a conversation that was left alone so long. */
const idle = 30 * 60_000

let memory: KeptState = {}

/** The state of a city's conversation in this tab; without storage it lasts as long as the page. */
export const keptFor = (city: string): Kept => {
  const name = `loketwijzer:${city}`
  const read = (): KeptState => {
    try {
      return JSON.parse(sessionStorage.getItem(name) ?? '{}') as KeptState
    } catch {
      return memory
    }
  }
  const write = (state: KeptState): void => {
    memory = state
    try {
      sessionStorage.setItem(name, JSON.stringify(state))
    } catch {
      // A browser without storage for this page: `memory` has it.
    }
  }
  const get = (): KeptState => {
    const state = read()
    return state.token && Date.now() - (state.at ?? 0) > idle ? { lang: state.lang, open: false } : state
  }
  return {
    get,
    set: (change) => write({ ...get(), ...change, at: Date.now() }),
    forget: () => write({ lang: get().lang, open: get().open }),
  }
}
