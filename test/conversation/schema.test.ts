import { describe, expect, it } from 'vitest'
import { nameOf } from '../../src/conversation/name.ts'
import { migrate, steps } from '../../src/conversation/schema.ts'
import { migrate as bringForward } from '../../src/core/storage.ts'
import { localStorage } from '../fixtures/objects.ts'

describe('the tables of a conversation', () => {
  it('are made once', () => {
    const storage = localStorage()
    migrate(storage)
    storage.sql.exec("INSERT INTO seen VALUES ('x', 1)")
    migrate(storage)
    expect(storage.sql.exec('SELECT * FROM seen').toArray()).toHaveLength(1)
  })

  it('are the same whether they were made at once or step by step', () => {
    const columns = `SELECT t.name AS "table", c.name, c.type, c."notnull", c.pk FROM sqlite_master t, pragma_table_info(t.name) c`
    const atOnce = localStorage()
    migrate(atOnce)
    const byStep = localStorage()
    bringForward(byStep, steps, 'conversation')
    for (const query of [columns, 'SELECT version FROM schema', "SELECT name FROM sqlite_master WHERE type = 'index'"])
      expect(atOnce.sql.exec(query).toArray()).toEqual(byStep.sql.exec(query).toArray())
  })

  it('are left alone by a program that is older than they are', () => {
    const storage = localStorage()
    migrate(storage)
    storage.sql.exec('UPDATE schema SET version = 99')
    expect(() => migrate(storage)).toThrow('newer than this program')
  })
})

describe('names of conversations', () => {
  const pepper = 'pepper-of-a-test'

  it('tell nothing, and never meet', async () => {
    const pairs = [
      ['web', '1:a'],
      ['web1', ':a'],
      ['web', 'undefined'],
      ['web', 'null'],
      ['web', '\u0000'],
      ['web', '|'],
      ['w', 'eb1:a'],
    ] as const
    const names = await Promise.all(pairs.map(([adapter, key]) => nameOf({ adapter, key }, pepper)))
    expect(new Set(names).size).toBe(pairs.length)
    expect(names.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true)
  })

  it('depend on the pepper, and are never made of nothing', async () => {
    const reference = { adapter: 'web', key: 'a' }
    expect(await nameOf(reference, pepper)).not.toBe(await nameOf(reference, 'another-pepper-of-a-test'))
    await expect(nameOf({ adapter: 'web', key: '' }, pepper)).rejects.toThrow()
    await expect(nameOf({ adapter: '', key: 'a' }, pepper)).rejects.toThrow()
  })
})
