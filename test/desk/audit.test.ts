import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AuditEvent, type AuditLine, append, firstBroken } from '../../src/desk/audit/chain.ts'

const event = fc.record<AuditEvent>({
  at: fc.constant('2026-11-20T10:00:00.000Z'),
  who: fc.string(),
  action: fc.constantFrom('conversation.read', 'conversation.claim'),
  object: fc.string(),
  outcome: fc.constantFrom('done', 'refused', 'failed'),
})

async function trailOf(events: AuditEvent[]): Promise<AuditLine[]> {
  const trail: AuditLine[] = []
  for (const one of events) trail.push(await append(one, trail.at(-1) ?? null))
  return trail
}

test('an untouched trail holds, and any change in it shows at its line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 2, maxLength: 12 }), fc.nat(), async (events, seed) => {
      const trail = await trailOf(events)
      const at = seed % trail.length
      expect(await firstBroken(trail)).toBeNull()
      expect(
        await firstBroken(trail.map((line, index) => (index === at ? { ...line, who: `${line.who}!` } : line))),
      ).toBe(at + 1)
      expect(
        await firstBroken(trail.map((line, index) => (index === at ? { ...line, outcome: other(line) } : line))),
      ).toBe(at + 1)
      if (at < trail.length - 1) expect(await firstBroken(trail.toSpliced(at, 1))).toBe(at + 1)
    }),
    { numRuns: 50 },
  )
})

const other = ({ outcome }: AuditLine) => (outcome === 'done' ? 'refused' : 'done')
