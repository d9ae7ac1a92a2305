/**
 * Who may do what at the desk. What is not in the table is refused. The table is the only place where that is decided;
 * the object holds every action against it once more, for the very thing it is about.
 */
export const roles = ['agent', 'lead', 'editor', 'auditor'] as const
export type Role = (typeof roles)[number]

/** `own`: only what the person took; `all`: whoever has it. */
export type Reach = 'own' | 'all'

const table = {
  'queue.read': { agent: 'all', lead: 'all' },
  'conversation.read': { agent: 'own', lead: 'all' },
  'conversation.claim': { agent: 'all', lead: 'all' },
  'conversation.reply': { agent: 'own', lead: 'own' },
  'conversation.release': { agent: 'own', lead: 'all' },
  'conversation.transfer': { agent: 'own', lead: 'all' },
  'conversation.close': { agent: 'own', lead: 'all' },
  'conversation.erase': { lead: 'all' },
  'call.log': { agent: 'all', lead: 'all' },
  'carry-on.redeem': { agent: 'all', lead: 'all' },
  'call-back.read': { agent: 'all', lead: 'all' },
  'call-back.open': { agent: 'all', lead: 'all' },
  'call-back.close': { agent: 'all', lead: 'all' },
  'unanswered.add': { agent: 'all', lead: 'all', editor: 'all' },
  'unanswered.read': { agent: 'all', lead: 'all', editor: 'all' },
  'unanswered.edit': { lead: 'all', editor: 'all' },
  'notice.read': { agent: 'all', lead: 'all', editor: 'all' },
  'notice.publish': { lead: 'all', editor: 'all' },
  'notice.end': { lead: 'all', editor: 'all' },
  'search.desk': { agent: 'all', lead: 'all', editor: 'all' },
  'audit.read': { auditor: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>

export type Action = keyof typeof table
export const actions = Object.keys(table) as Action[]

/** How far a person reaches with an action; null: not at all. Of several roles the widest counts. */
export function reach(held: readonly Role[], action: Action): Reach | null {
  const row: Partial<Record<Role, Reach>> = table[action]
  const reaches = held.map((role) => row[role])
  if (reaches.includes('all')) return 'all'
  return reaches.includes('own') ? 'own' : null
}

/** Whether the person may do it to this very thing. `mine`: they took it. */
export function may(held: readonly Role[], action: Action, mine: boolean): boolean {
  const found = reach(held, action)
  return found === 'all' || (found === 'own' && mine)
}
