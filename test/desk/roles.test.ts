import { expect, test } from 'vitest'
import { type Action, actions, may, type Role, reach, roles } from '../../src/desk/roles.ts'

/** Written down once more, by hand, as a lead would explain it: a slip in the table shows here. */
const written: Record<Action, string> = {
  'queue.read': 'agent lead',
  'conversation.read': 'agent:own lead',
  'conversation.claim': 'agent lead',
  'conversation.reply': 'agent:own lead:own',
  'conversation.release': 'agent:own lead',
  'conversation.transfer': 'agent:own lead',
  'conversation.close': 'agent:own lead',
  'conversation.erase': 'lead',
  'call.log': 'agent lead',
  'carry-on.redeem': 'agent lead',
  'call-back.read': 'agent lead',
  'call-back.open': 'agent lead',
  'call-back.close': 'agent lead',
  'unanswered.add': 'agent lead editor',
  'unanswered.read': 'agent lead editor',
  'unanswered.edit': 'lead editor',
  'notice.read': 'agent lead editor',
  'notice.publish': 'lead editor',
  'notice.end': 'lead editor',
  'search.desk': 'agent lead editor',
  'audit.read': 'auditor',
}

const cells = actions.flatMap((action) =>
  roles.flatMap((role) =>
    [true, false].map((mine) => ({ action, role, mine, allowed: isWritten(action, role, mine) })),
  ),
)

function isWritten(action: Action, role: Role, mine: boolean): boolean {
  const words = written[action].split(' ')
  return words.includes(role) || (mine && words.includes(`${role}:own`))
}

test.each(cells)('$role $action, mine: $mine → $allowed', ({ action, role, mine, allowed }) => {
  expect(may([role], action, mine)).toBe(allowed)
})

test('nobody without a role may do anything, and of two roles the widest counts', () => {
  expect(actions.filter((action) => may([], action, true))).toEqual([])
  expect(reach(['agent', 'lead'], 'conversation.read')).toBe('all')
})
