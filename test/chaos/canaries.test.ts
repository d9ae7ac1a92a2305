import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build } from './harness/build.ts'
import { startFarSide } from './harness/far-side.ts'
import { call, pause } from './harness/http.ts'
import { supervise } from './harness/supervisor.ts'
import { newToken, say } from './harness/web.ts'
import { deliver, messagesHook, variables } from './harness/whatsapp.ts'

/** What must never be found again, and words that may be kept in a conversation and nowhere else. */
const canaries = {
  rrn: ['99.01.01-999.87', '99010199987'],
  iban: ['BE68 5390 0754 7034', 'BE68539007547034'],
  email: ['kanarie@voorbeeld.example'],
  phone: ['0471 23 45 67', '0471234567'],
  card: ['591-1234567-53', '591123456753'],
  plate: ['1-ABC-123', '1ABC123'],
}
const secret = Object.values(canaries).flat()
const text = `Ik ben verhuisd pimpelmees, ${canaries.rrn[0]}, ${canaries.iban[0]}, ${canaries.email[0]}, bel ${canaries.phone[0]}, kaart ${canaries.card[0]}, wagen ${canaries.plate[0]}`
const sender = '32479998877'

/** Every byte below a folder, by file. */
const filesIn = (folder: string): { name: string; bytes: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, bytes: readFileSync(name, 'latin1') }))

const holding = (folder: string, words: string[]): string[] =>
  filesIn(folder).flatMap(({ name, bytes }) =>
    words.filter((word) => bytes.includes(word)).map((word) => `${word} in ${name}`),
  )

it('personal data is in no file, no log and no message to the far side; erased words are in no file at all', async () => {
  const farSide = await startFarSide()
  const worker = await supervise(await build(), variables(farSide.url))
  try {
    const token = await newToken(worker.url)
    const headers = { 'content-type': 'application/json', origin: worker.url, authorization: `Bearer ${token}` }
    const api = `${worker.url}/api/web/v1`
    await say(worker.url, token, 'a', text)
    await call('POST', `${api}/feedback`, headers, JSON.stringify({ messageId: 'm_2', value: -1, comment: text }))
    await call('POST', `${api}/suggest`, headers, JSON.stringify({ text }))
    await call('POST', `${worker.url}/api/v1/ask`, headers, JSON.stringify({ text, city: 'gent' }))
    // Refused for good: a dead letter.
    farSide.plan = () => ({
      accepts: false,
      answer: (response) => void response.writeHead(400).end('{"error":{"code":131026}}'),
    })
    await deliver(worker.url, messagesHook([{ id: 'wamid.canary', from: sender, text }]))
    await pause(500)
    const transcript = (await call('GET', `${api}/transcript`, headers)).text

    expect(secret.filter((word) => transcript.includes(word))).toEqual([])
    expect(transcript).toContain('pimpelmees')
    expect(secret.filter((word) => JSON.stringify(farSide.taken).includes(word))).toEqual([])
    expect(worker.printed()).not.toMatch(/pimpelmees|32479998877/)

    await call('DELETE', `${api}/session`, headers)
    await worker.down()
    expect(holding(worker.dataDir, secret)).toEqual([])
    expect(filesIn(worker.dataDir).filter(({ name }) => name.includes(sender))).toEqual([])
    // One conversation was erased; the other is kept, with its words and where to answer.
    const kept = new Set(holding(worker.dataDir, ['pimpelmees', sender]).map((found) => found.replace(/^.* in /, '')))
    expect([...kept].map((name) => name.replace(/-wal$|-shm$/, ''))).toSatisfy(
      (names: string[]) => new Set(names).size === 1,
    )
  } finally {
    await worker.close()
    await farSide.close()
  }
}, 60_000)
