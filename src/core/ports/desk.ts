import type { Message } from '../message.ts'

/** The desk and the conversations, as they know each other. */

type Lang = 'nl' | 'fr' | 'en'

/**
 * The agents' side, as a conversation knows it. Null where there is none: then nobody is asked, and a citizen who wants a
 * person is told so.
 */
export type Desk = {
  /** Whether agents of a city answer now, and where a conversation stands with them; null where there are none. */
  standing(city: string | null, conversation: string): Promise<Standing | null>
  /** Told at least once, in order for each conversation; the same `id` is the same notice. Rejects when it was not taken. */
  notify(notice: DeskNotice): Promise<void>
  /** Somebody is typing: a sign, which may get lost. */
  typing(conversation: string, city: string | null): Promise<void>
  /** Keeps a number for who will call back, until when; null when that cannot be done. It stays out of the conversation. */
  callBack(request: CallBackRequest, city: string | null): Promise<{ until: string } | null>
  /** A code under which an agent finds the conversation again. */
  carryOn(conversation: string, city: string | null): Promise<{ code: string; expiresAt: string } | null>
}

/** Somebody asks to be called back. `number`: digits, with an optional + before them. */
export type CallBackRequest = { conversation: string; adapter: string; lang: Lang; number: string }

/** What a person at the desk does in a conversation. The same `id` again is the same event. */
export type DeskEvent = { id: string } /** `name`: what the citizen is told; null when a colleague gives none. */ & (
  | { kind: 'joined'; name: string | null }
  /** Back in the queue. */
  | { kind: 'left' }
  /** Back with the assistant. */
  | { kind: 'closed' }
  | { kind: 'said'; text: string }
  | { kind: 'typing'; on: boolean }
)

/**
 * No words of a citizen: the desk reads those in the conversation itself, under its name. Only a question whose answer
 * was called wrong travels along, masked as it was kept, for who mends the content; it goes when the conversation goes.
 */
export type DeskNotice = {
  id: string
  /** Name of the conversation's object. */
  conversation: string
  kind: 'requested' | 'said' | 'crisis' | 'undelivered' | 'feedback' | 'closed' | 'erased'
  city: string | null
  lang: Lang
  adapter: string
  /** ISO in UTC. */
  at: string
  /** Of feedback: what was asked, and the answer that is wrong. */
  missed?: Missed
}

/** An answer that a citizen judged. `text` null: they take back that it was wrong. */
export type Missed = { message: string; text: string | null; service: string | null; note: string | null }

/** Whether somebody is there for who wants a person, and how long it will take. */
export type Standing = {
  openNow: boolean
  /** When the city's first line answers again, ISO with offset; null when it is not known. */
  nextOpening: string | null
  /** Place in the queue, from 1; null when nobody is there, or a person has the conversation. */
  place: number | null
  /** Minutes to wait, when recent waits tell; null when nobody can say. */
  waitMinutes: number | null
  /** A number may be left to be called back. */
  callBack: boolean
}

/** Conversations as the desk reaches them: by the names of their objects. Whose they are, the desk decides. */
export type HandedConversations = {
  /** Null: it is gone. */
  read(conversation: string): Promise<HandedConversation | null>
  /** False: it is gone, or nobody joined it who could speak. */
  tell(conversation: string, event: DeskEvent): Promise<boolean>
  erase(conversation: string): Promise<void>
}

export type HandedConversation = {
  adapter: string
  city: string | null
  lang: Lang
  messages: Message[]
  /** Pages that the assistant had in mind, best first. */
  targets: string[]
  /** Last sign of life of the citizen, ISO in UTC: platforms count from it how long we may still write. */
  heard: string
}
