import { readdirSync } from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { texts, traces } from '../fixtures/address-canaries.ts'
import { withoutOurIds } from '../fixtures/our-ids.ts'
import { benchFor } from './bench.ts'
import type { Subject } from './subject.ts'

/** A street and number that somebody types in any way in is used, and then is nowhere: not kept, not sent, not logged. */

const names = readdirSync('adapters', { withFileTypes: true }).filter((entry) => entry.isDirectory())
const levels = ['log', 'info', 'warn', 'error', 'debug'] as const
const logged = levels.map((level) => vi.spyOn(console, level).mockImplementation(() => undefined))
afterEach(() => {
  for (const spy of logged) spy.mockReset()
})

it.each(names.map(({ name }) => name))('%s', { timeout: 60_000 }, async (name) => {
  const { subject } = (await import(`../adapters/${name}/subject.ts`)) as { subject: Subject }
  const bench = benchFor(subject)
  for (const [nth, text] of texts.entries()) {
    const from = `An${nth}`
    await subject.begin?.(from, bench.ask)
    const answer = await bench.ask(await subject.deliver([{ id: `canary-${nth}`, from, text }]))
    expect(answer.status).toBeLessThan(300)
    expect(await answer.text()).not.toMatch(traces)
  }
  await bench.settle()
  expect(bench.accepted.map(({ activity }) => JSON.stringify(activity.content)).join()).toMatch(traces)
  const tables = bench.rows("SELECT DISTINCT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
  const kept = [...new Set(tables.map((table) => String(table.name)))].flatMap((table) =>
    bench.rows(`SELECT * FROM "${table}"`),
  )
  expect(kept.length).toBeGreaterThan(texts.length)
  expect(withoutOurIds(JSON.stringify(kept))).not.toMatch(traces)
  expect((await Promise.all(bench.farSide.map((request) => request.text()))).join()).not.toMatch(traces)
  expect(JSON.stringify(logged.flatMap((spy) => spy.mock.calls))).not.toMatch(traces)
})
