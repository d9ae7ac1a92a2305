import type { WrittenLanguage } from '../../core/language.ts'
import { unpackDeskContent } from '../content/pack.ts'
import { may } from '../roles.ts'
import { desk } from './desk.ts'
import { fill } from './dom.ts'
import { hereIn } from './here.ts'
import { publishedIn } from './published.ts'
import { type Me, me, serverFor } from './server.ts'
import { stay } from './stay.ts'

const root = document.documentElement
const content = root.dataset.content ?? ''

/** Who is signed in; without a server whoever was here last, until their sign-in ends. */
async function whoIsHere(): Promise<Me | null> {
  const answer = await me()
  if (answer.ok) localStorage.setItem('desk.me', JSON.stringify(answer.value))
  else if (answer.status !== 'offline') return null
  const kept = JSON.parse(localStorage.getItem('desk.me') ?? 'null') as Me | null
  return kept && kept.expires * 1000 > Date.now() ? kept : null
}

/** Cities in which somebody may search. */
const citiesOf = ({ cities }: Me): string[] =>
  cities.filter(({ roles }) => may(roles, 'search.desk', false)).map(({ city }) => city)

async function start(): Promise<void> {
  const known = await whoIsHere()
  const cities = known ? citiesOf(known) : []
  const city = cities.find((one) => one === localStorage.getItem('desk.city')) ?? cities[0]
  if (!known || !city) return failed()
  const address = `/api/desk/v1/data?city=${city}&v=${content}`
  const response = await fetch(address)
  if (!response.ok) return failed()
  const world = unpackDeskContent(new Uint8Array(await response.arrayBuffer()))
  const official = world.world.catalogue.cities[city]?.languages.official ?? ['nl']
  const lang = (localStorage.getItem('desk.lang') ?? official[0] ?? 'nl') as WrittenLanguage
  root.lang = lang
  const written = { of: (asked: string) => world.world.catalogue.cities[asked]?.notices ?? [] }
  const published = publishedIn(city, written, serverFor(city))
  const here = hereIn(city, lang, { ...world, world: { ...world.world, notices: published } })
  document.title = here.t('title')
  fill(document.body, ...desk(here, known, cities, published))
  document.getElementById('query')?.focus()
  const files = [
    ...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[rel="stylesheet"]'),
  ]
  const own = files.map((file) => new URL('src' in file ? file.src : file.href).pathname)
  await stay(['/desk', ...own, address], known.expires)
}

/** What stands on the page then was written by the server: without content there are no texts. */
function failed(): void {
  const said = document.getElementById('wait')
  if (said) said.textContent = said.dataset.failed ?? ''
}

start().catch(failed)
