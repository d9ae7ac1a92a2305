import type { Answer, AnswerChannel, AnswerSource, AskOutput, UnknownKind } from './ask.ts'
import type { Outcome } from './outcome.ts'

/** What stands in a conversation, the same for every way in. Content is typed blocks, never markup. */

export type Choice = { id: string; label: string }

export type Block =
  | { t: 'text'; v: string }
  | { t: 'notice'; v: string }
  | { t: 'link'; href: string; v: string }
  | { t: 'service'; id: string; v: string }
  | { t: 'channels'; items: AnswerChannel[] }
  | { t: 'fact'; kind: string; v: string; source: string; statedOn: string | null; checkedOn: string | null }
  | { t: 'unknown'; kinds: UnknownKind[] }
  | { t: 'steps'; items: { order: number; service: string | null; v: string; text: string }[] }
  | { t: 'choices'; items: { id: string; v: string }[] }
  | { t: 'sources'; items: AnswerSource[] }

/** One message of a conversation. `seq` rises by one within it, without gaps; `id` is `m_<seq>`. */
export type Message = {
  seq: number
  id: string
  from: 'citizen' | 'bot' | 'desk' | 'system'
  /** ISO in UTC. */
  at: string
  lang: 'nl' | 'fr' | 'en'
  /** How the turn ended; null for what the citizen, the desk or the system says. */
  outcome: Outcome | null
  /** All of it as plain text: ways in and source included, choices left out. */
  text: string
  blocks: Block[]
  choices: Choice[]
}

/** What a message is before a conversation gives it its place. */
export type Draft = Omit<Message, 'seq' | 'id' | 'at'>

/** The answer as a message: the same sentences, ways in and sources on every way in. */
export function draftOf(output: AskOutput): Draft {
  const { text, choices } = output.reply
  return { from: 'bot', lang: output.lang, outcome: output.outcome, text, blocks: blocksOf(output), choices }
}

/** A message as it travels: its sources are also named apart, for who only wants those. */
export const wire = (message: Message): Message & { sources: AnswerSource[] } => ({
  ...message,
  sources: message.blocks.flatMap((block) => (block.t === 'sources' ? block.items : [])),
})

function blocksOf({ outcome, answers, reply, sources }: AskOutput): Block[] {
  const steps = outcome === 'answered.steps'
  const bodies = steps ? [stepsBlock(answers)] : answers.flatMap(answerBlocks)
  return [
    ...reply.lead.map((v): Block => ({ t: 'text', v })),
    ...bodies,
    ...(reply.choices.length > 0
      ? [{ t: 'choices' as const, items: reply.choices.map(({ id, label }) => ({ id, v: label })) }]
      : []),
    ...(sources.length > 0 ? [{ t: 'sources' as const, items: sources }] : []),
  ]
}

const stepsBlock = (answers: Answer[]): Block => ({
  t: 'steps',
  items: answers.map(({ order, service, title, text }) => ({ order, service, v: title, text })),
})

function answerBlocks({ service, organisation, title, text, channels, facts, unknown }: Answer): Block[] {
  const id = service ?? (organisation ? `organisation:${organisation}` : null)
  return [
    ...(id ? [{ t: 'service' as const, id, v: title }] : []),
    { t: 'text', v: text },
    ...(channels.length > 0 ? [{ t: 'channels' as const, items: channels }] : []),
    ...facts.filter(({ stale }) => !stale).map((fact): Block => ({ t: 'fact', v: fact.value, ...dated(fact) })),
    ...(unknown.length > 0 ? [{ t: 'unknown' as const, kinds: unknown }] : []),
  ]
}

const dated = ({ kind, source, statedOn, checkedOn }: Answer['facts'][number]) => ({
  kind,
  source,
  statedOn,
  checkedOn,
})
