import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { stayAwake } from '../../src/conversation/awake.ts'
import type { Room } from '../../src/conversation/room.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A conversation, and how often it was kept awake and let go. */
function conversation(awakeMs?: number) {
  const told = { kept: 0, gone: 0 }
  const background = (done: Promise<unknown>): void => {
    told.kept++
    void done.then(() => told.gone++)
  }
  return { room: { awakeMs, background } as Room, told }
}

it('a conversation stays awake for a while after the last that it was asked, and then goes', async () => {
  const { room, told } = conversation(1000)
  stayAwake(room)
  await vi.advanceTimersByTimeAsync(600)
  stayAwake(room)
  await vi.advanceTimersByTimeAsync(900)
  expect(told).toEqual({ kept: 1, gone: 0 })
  await vi.advanceTimersByTimeAsync(100)
  expect(told).toEqual({ kept: 1, gone: 1 })
  stayAwake(room)
  expect(told.kept).toBe(2)
})

it('where the platform decides it is not kept at all', () => {
  const { room, told } = conversation()
  stayAwake(room)
  expect(told.kept).toBe(0)
})
