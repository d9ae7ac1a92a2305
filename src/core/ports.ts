/** What the rooms are given of each other. An adapter knows these and nothing more of the house. */
export type * from './ports/adapter.ts'
export type * from './ports/assistant.ts'
export type * from './ports/conversations.ts'
export type * from './ports/desk.ts'
