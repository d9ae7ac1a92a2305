import { parseArgs } from 'node:util'
import type { Notice, PublishedNotice } from '../core/notice.ts'
import { previewOf } from '../desk/notices/preview.ts'
import { faultsIn } from '../desk/notices/scope.ts'
import type { World } from '../dialogue/world.ts'
import { signedIn } from './desk/signed-in.ts'
import { noticeFrom, options, type Values } from './notice/options.ts'
import { compiledWorld } from './world.ts'

const usage = `npm run notice -- --city <city> --until 2026-12-24T12:00 --nl "…" [--fr "…"] [--en "…"] [--from <moment>]
                  [--service <id>] [--location <id>] [--district <id>] [--closes]    about what; each may come more than once
                  [--preview]    shows what it changes, and publishes nothing
npm run notice -- --city <city> --list
npm run notice -- --city <city> --end <id>

  --url       where the Worker is; http://127.0.0.1:8787 unless said
  --sign-in   the link to the desk that npm start printed; elsewhere DESK_TOKEN holds a token of the issuer`

/** `npm run notice`: publishes, lists and ends notices at the desk of a running Worker, with a preview. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  const { city } = values
  if (values.help || !city) {
    console.log(usage)
    process.exitCode = values.help ? 0 : 2
    return
  }
  if (values.list || values.end) return atDesk(values, city)
  const notice = noticeFrom(values, Date.now())
  const world = await compiledWorld()
  const faults = faultsIn(notice, city, world.catalogue)
  if (faults.length > 0) throw new Error(`the notice does not fit ${city}: ${faults.join(', ')}`)
  preview(notice, city, world)
  if (values.preview) return
  const desk = await signedIn(values)
  const published = await desk.post<PublishedNotice>(`/notices?city=${city}`, notice)
  console.log(`\nPublished as ${published.id}; it ends by itself on ${published.until}.`)
}

async function atDesk(values: Values, city: string): Promise<void> {
  const desk = await signedIn(values)
  if (values.end) {
    await desk.post(`/notices/${values.end}/end?city=${city}`, {})
    console.log('Ended.')
    return
  }
  const all = await desk.get<PublishedNotice[]>(`/notices?city=${city}`)
  for (const { id, from, until, text, by } of all) console.log(`${id}  ${from} – ${until}  ${by ?? ''}\n  ${text.nl}`)
  if (all.length === 0) console.log('None.')
}

function preview(notice: Notice, city: string, world: World): void {
  const { pages, said } = previewOf(notice, city, world, new Date().toISOString())
  console.log(
    `Answers that change: ${pages.length}${pages.length > 0 ? ` (${pages.slice(0, 8).join(', ')}${pages.length > 8 ? ', …' : ''})` : ''}`,
  )
  for (const { lang, text } of said) console.log(`  ${lang}  ${text}`)
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
