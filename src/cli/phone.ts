import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { citizenOf, type Deed } from './phone/citizen.ts'
import { type Line, openLine } from './phone/line.ts'
import { readSettings, type Settings, startLine, usage } from './phone/settings.ts'
import { readLine } from './phone/typed.ts'
import { shakeHands } from './phone/webhook.ts'
import { compiledWorld } from './world.ts'

/** `npm run phone`: a phone in the terminal, and Meta's side of it, for the Worker that `npm start` runs on this machine. */

/** Milliseconds that an answer may take when lines come from a file or pipe. */
const patience = 15_000
/** The same for what is rightly not answered. */
const silence = 3000

async function main(): Promise<void> {
  const settings = settingsOf(Object.keys((await compiledWorld()).catalogue.cities))
  if (!settings) return
  const line = await openLine(settings, citizenOf(settings, Date.now().toString(36)), (text) => console.log(text))
  try {
    console.log(`Start the Worker in another terminal with:\n\n  ${startLine(settings, line.graph.url)}\n`)
    await untilThere(settings.worker)
    console.log('Connected. Type a message; /help tells what else. Stop with /quit or Ctrl-D.')
    await talk(settings, line)
  } finally {
    await line.graph.close()
  }
}

/** Null when there is nothing to start: it was told why. */
function settingsOf(cities: string[]): Settings | null {
  try {
    const settings = readSettings(process.argv.slice(2), process.env, cities)
    if (settings !== 'help') return settings
    console.log(usage)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 2
  }
  return null
}

/** Waits for a Worker with our secrets, as the platform would not: it asks once. */
async function untilThere(worker: string): Promise<void> {
  let told: string | undefined
  for (let found = await shakeHands(worker); found !== true; found = await shakeHands(worker)) {
    const what =
      found === 'absent'
        ? `Waiting for ${worker} …`
        : `${worker} runs without those values; start it with the line above.`
    if (what !== told) console.log(what)
    told = what
    await pause(500)
  }
}

async function talk(settings: Settings, line: Line): Promise<void> {
  const lines = createInterface({ input: process.stdin })
  const held: Deed[] = []
  const flush = async (): Promise<void> => {
    if (held.length === 0) return
    const expected = held.some(({ kind }) => kind !== 'like') && !settings.late
    const answer = line.next(expected ? patience : silence)
    await line.deliver(held.splice(0))
    // A person sees the answer come; a file or pipe goes on to the next line only then.
    if (!process.stdin.isTTY && !(await answer)) console.log('  … no answer came')
  }
  for await (const typed of lines) {
    if (!process.stdin.isTTY) console.log(`> ${typed}`)
    if (settings.batch && typed.trim() === '') await flush()
    else if (!(await act(typed, settings, line, held))) break
    if (!settings.batch) await flush()
  }
  await flush()
  if (!process.stdin.isTTY) await pause(300)
}

/** Does what a line asks for. False: it was the last. */
async function act(typed: string, { image }: Settings, line: Line, held: Deed[]): Promise<boolean> {
  if (typed.trim() === '') return true
  const asked = readLine(typed, { ...line.seen(), image })
  if (asked.do === 'send') held.push(asked.deed)
  else if (asked.do === 'fail') line.graph.fail(asked.fault.kind, asked.fault.times)
  else if (asked.do === 'tell') console.log(`  ${asked.what}`)
  else if (asked.do === 'help') console.log(usage)
  return asked.do !== 'quit'
}

await main()
