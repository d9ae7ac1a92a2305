import { parseArgs } from 'node:util'
import { type AuditLine, firstBroken } from '../desk/audit/chain.ts'
import { type SignedIn, signedIn, signInOptions } from './desk/signed-in.ts'

const usage = `npm run audit -- --city <city>      reads the audit trail of a desk and checks every line of it here
                 [--lines]          prints them, one JSON object a line
                 [--known <number>:<hash>]   a last line that was noted before: it must still stand, so nothing was cut off

  --url       where the Worker is; http://127.0.0.1:8787 unless said
  --sign-in   the link to the desk that npm start printed; elsewhere DESK_TOKEN holds a token of the issuer`

const options = {
  city: { type: 'string' },
  lines: { type: 'boolean' },
  known: { type: 'string' },
  ...signInOptions,
  help: { type: 'boolean' },
} as const

/**
 * `npm run audit`: verifies the hash chain of a desk's trail without taking the desk's word for it. Ends with 1 when a
 * line was changed, left out or put elsewhere, or when a line that was noted before is gone.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  const { city, known } = values
  if (values.help || !city) {
    console.log(usage)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const trail = await trailOf(await signedIn(values), city)
  if (values.lines) for (const line of trail) console.log(JSON.stringify(line))
  const fault = await faultIn(trail, known)
  if (fault) throw new Error(`the trail of ${city} does not hold: ${fault}`)
  const last = trail.at(-1)
  console.log(`The trail of ${city} holds: ${trail.length} lines.`)
  if (last) console.log(`Note the last one, for next time: --known ${last.number}:${last.hash}`)
}

/** All of it, a page at a time. */
async function trailOf(desk: SignedIn, city: string): Promise<AuditLine[]> {
  const trail: AuditLine[] = []
  for (;;) {
    const page = await desk.get<AuditLine[]>(`/audit?city=${city}&after=${trail.length}`)
    if (page.length === 0) return trail
    trail.push(...page)
  }
}

/** What is wrong with it in words; null when nothing is. */
async function faultIn(trail: AuditLine[], known: string | undefined): Promise<string | null> {
  const broken = await firstBroken(trail)
  if (broken !== null) return `line ${broken} is not what was written`
  const [number, hash] = known?.split(':') ?? []
  if (number && trail[Number(number) - 1]?.hash !== hash) return `line ${number} is not the one that was noted`
  return null
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
