import type { Notice, PublishedNotice } from '../../core/notice.ts'
import type { CallBackRequest, DeskNotice } from '../../core/ports.ts'
import { first } from '../../core/storage.ts'
import type { AuditLine } from '../audit/chain.ts'
import { type Action, may, type Role } from '../roles.ts'
import { record, seal, trail, verify } from './audit.ts'
import { type CallBack, callBacks, closeCallBack, keepNumber, numberOf } from './call-back.ts'
import { issue, redeem } from './carry-on.ts'
import { type DeskEntry, log } from './entry.ts'
import { armForgetting, auditDays, forgetOld } from './forget.ts'
import { type Mark, markAll, type Proposal, proposals, type Unanswered, unanswered } from './missed.ts'
import { endNotice, noticesNow, publish } from './notice.ts'
import { claim, close, find, pass, queue, take, type Waiting } from './queue.ts'
import { type Agent, now, type Room } from './room.ts'
import { migrate } from './schema.ts'
import { type QueueStanding, standingOf } from './standing.ts'

/** Who acts, with the roles that they hold in this city. */
export type Actor = Agent & { roles: readonly Role[] }

/** What came of an act: `forbidden` for these hands, `lost` to a colleague who was faster, `missing` altogether. */
export type Act<T> = { done: T } | { refused: 'forbidden' | 'lost' | 'missing' }

/** The desk of one city, over its storage. Every act is held against the table of roles here, for the very thing it is about. */
export type Office = {
  notify(notice: DeskNotice): Promise<void>
  carryOn(conversation: string): Promise<{ code: string; expiresAt: string }>
  /** How a conversation stands in the queue. */
  standing(conversation: string | null): Promise<QueueStanding>
  /** Keeps the number of who wants to be called back; null when that cannot be done here. */
  callBack(request: CallBackRequest): Promise<{ until: string } | null>
  callBacks(actor: Actor): Promise<Act<CallBack[]>>
  /** The number, for who is about to call. */
  openCallBack(actor: Actor, id: string): Promise<Act<{ number: string }>>
  closeCallBack(actor: Actor, id: string): Promise<Act<true>>
  /** Lets go what was kept long enough; the moment of the next. */
  tidy(): Promise<number | null>
  queue(actor: Actor): Promise<Act<Waiting[]>>
  /** Whether the actor may read the conversation; writes an audit line either way. */
  open(actor: Actor, conversation: string): Promise<Act<Waiting>>
  claim(actor: Actor, conversation: string, version: number): Promise<Act<Waiting>>
  /** Whether the actor may write there now. */
  reply(actor: Actor, conversation: string): Promise<Act<Waiting>>
  /** Whether the actor has the conversation; no audit line, for signs such as typing. */
  mine(actor: Actor, conversation: string): Promise<boolean>
  release(actor: Actor, conversation: string): Promise<Act<Waiting>>
  transfer(actor: Actor, conversation: string, to: Agent): Promise<Act<Waiting>>
  close(actor: Actor, conversation: string): Promise<Act<Waiting>>
  erase(actor: Actor, conversation: string): Promise<Act<Waiting>>
  log(actor: Actor, entries: DeskEntry[]): Promise<Act<number>>
  unanswered(actor: Actor, limit: number): Promise<Act<Unanswered[]>>
  /** How many were marked. */
  mark(actor: Actor, given: Mark): Promise<Act<number>>
  proposals(actor: Actor): Promise<Act<Proposal[]>>
  redeem(actor: Actor, code: string): Promise<Act<string>>
  /** For who answers citizens: what holds now or will. */
  notices(): Promise<PublishedNotice[]>
  noticesFor(actor: Actor): Promise<Act<PublishedNotice[]>>
  publish(actor: Actor, notice: Notice): Promise<Act<PublishedNotice>>
  endNotice(actor: Actor, id: string): Promise<Act<PublishedNotice>>
  trail(actor: Actor, after: number, limit: number): Promise<Act<AuditLine[]>>
  verify(actor: Actor): Promise<Act<{ firstBroken: number | null }>>
  /** Whether this id of a one-time sign-in was not used before. */
  once(id: string, until: number): Promise<boolean>
}

type Refused = { refused: 'forbidden' | 'lost' | 'missing' }
const forbidden: Refused = { refused: 'forbidden' }

export function officeIn(room: Room): Office {
  migrate(room.storage)

  /** One act: allowed or not, done, and written in the trail. */
  async function act<T>(
    actor: Actor,
    action: Action,
    object: string,
    mine: boolean,
    work: () => Act<T>,
  ): Promise<Act<T>> {
    const result = room.storage.transactionSync(() => {
      const outcome = may(actor.roles, action, mine) ? work() : forbidden
      record(room, { who: actor.subject, action, object, outcome: 'done' in outcome ? 'done' : 'refused' })
      return outcome
    })
    await seal(room)
    await armForgetting(room)
    return result
  }

  /** An act on a conversation in the queue. */
  function on(
    actor: Actor,
    action: Action,
    conversation: string,
    work: (found: Waiting) => Act<Waiting>,
  ): Promise<Act<Waiting>> {
    const found = find(room, conversation)
    const mine = found?.agent?.subject === actor.subject
    return act(actor, action, conversation, mine, () => (found ? work(found) : { refused: 'missing' }))
  }

  const reading = <T>(actor: Actor, action: Action, work: () => T): Act<T> =>
    may(actor.roles, action, false) ? { done: work() } : forbidden

  return {
    async notify(notice) {
      take(room, notice)
      await armForgetting(room)
    },
    async carryOn(conversation) {
      const issued = issue(room, conversation)
      await armForgetting(room)
      return issued
    },
    standing: async (conversation) => standingOf(room, conversation),
    callBack: (request) => keepNumber(room, request),
    callBacks: async (actor) => reading(actor, 'call-back.read', () => callBacks(room)),
    async openCallBack(actor, id) {
      const number = may(actor.roles, 'call-back.open', false) ? await numberOf(room, id) : null
      return act(actor, 'call-back.open', id, false, () => (number ? { done: { number } } : { refused: 'missing' }))
    },
    closeCallBack: (actor, id) =>
      act(actor, 'call-back.close', id, false, () =>
        closeCallBack(room, id) ? { done: true } : { refused: 'missing' },
      ),
    tidy: async () => forgetOld(room),
    queue: async (actor) => reading(actor, 'queue.read', () => queue(room)),
    open: (actor, conversation) => on(actor, 'conversation.read', conversation, (found) => ({ done: found })),
    claim: (actor, conversation, version) =>
      on(actor, 'conversation.claim', conversation, () => {
        const won = claim(room, conversation, { subject: actor.subject, name: actor.name }, version)
        return won ? { done: won } : { refused: 'lost' }
      }),
    reply: (actor, conversation) => on(actor, 'conversation.reply', conversation, (found) => ({ done: found })),
    mine: async (actor, conversation) => find(room, conversation)?.agent?.subject === actor.subject,
    release: (actor, conversation) =>
      on(actor, 'conversation.release', conversation, (found) => {
        pass(room, conversation, null)
        return { done: find(room, conversation) ?? found }
      }),
    transfer: (actor, conversation, to) =>
      on(actor, 'conversation.transfer', conversation, (found) => {
        pass(room, conversation, to)
        return { done: find(room, conversation) ?? found }
      }),
    close: (actor, conversation) =>
      on(actor, 'conversation.close', conversation, (found) => {
        close(room, conversation)
        return { done: found }
      }),
    erase: (actor, conversation) =>
      on(actor, 'conversation.erase', conversation, (found) => {
        close(room, conversation)
        return { done: found }
      }),
    log: (actor, entries) =>
      act(actor, needed(entries), `${entries.length}`, false, () => ({ done: log(room, entries, actor.subject) })),
    unanswered: async (actor, limit) => reading(actor, 'unanswered.read', () => unanswered(room, limit)),
    mark: (actor, given) =>
      act(actor, 'unanswered.edit', objectOf(given.ids), false, () => {
        const count = markAll(room, given)
        return count > 0 ? { done: count } : { refused: 'missing' }
      }),
    proposals: async (actor) => reading(actor, 'unanswered.read', () => proposals(room)),
    redeem: (actor, code) =>
      act(actor, 'carry-on.redeem', 'code', false, () => {
        const conversation = redeem(room, code)
        return conversation ? { done: conversation } : { refused: 'missing' }
      }),
    notices: async () => noticesNow(room),
    noticesFor: async (actor) => reading(actor, 'notice.read', () => noticesNow(room)),
    publish: (actor, notice) =>
      act(actor, 'notice.publish', notice.id, false, () => ({ done: publish(room, notice, actor) })),
    endNotice: (actor, id) =>
      act(actor, 'notice.end', id, false, () => {
        const ended = endNotice(room, id)
        return ended ? { done: ended } : { refused: 'missing' }
      }),
    trail: async (actor, after, limit) => reading(actor, 'audit.read', () => trail(room, after, limit)),
    async verify(actor) {
      if (!may(actor.roles, 'audit.read', false)) return forbidden
      return { done: { firstBroken: await verify(room, auditDays) } }
    },
    async once(id, until) {
      const { sql } = room.storage
      sql.exec('DELETE FROM used WHERE until < ?', now(room))
      if (first(sql, 'SELECT 1 FROM used WHERE id = ?', id)) return false
      sql.exec('INSERT INTO used VALUES (?, ?)', id, until)
      return true
    },
  }
}

/** What the trail names of several: the first, and how many more. */
const objectOf = ([first = '', ...more]: string[]): string => (more.length > 0 ? `${first} +${more.length}` : first)

/** Editors may write down what is missing, but take no calls. */
const needed = (entries: DeskEntry[]): Action =>
  entries.every(({ kind }) => kind === 'unanswered') ? 'unanswered.add' : 'call.log'
