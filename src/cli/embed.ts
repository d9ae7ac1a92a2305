import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCatalogue } from '../core/catalogue-text.ts'
import { configNames, readConfig } from '../env.ts'
import { faultsOf } from './embed/check.ts'
import { openPage } from './embed/page.ts'
import { type Place, tags } from './embed/tags.ts'
import { run, StartProblem } from './start/problem.ts'
import { readVariables } from './start/variables.ts'
import { readWrangler } from './start/wrangler-toml.ts'
import { readWidget } from './widget/build.ts'

const usage = `npm run embed -- <gemeente> [pagina …] [--home https://wijzer.stad.example] [--origin https://www.stad.example]

Toont wat een gemeente op haar website plakt. Met pagina's erbij, adressen of bestanden, kijkt het na of de assistent
daar zal werken: CSP, herkomst, en of hij er één keer staat. Bij een bestand zegt --origin van welke website het is.`

/** Where a local run answers, when nobody said how the outside world reaches us. */
const here = 'http://127.0.0.1:8787'

/** `npm run embed`: for who looks after a city's website, so in Dutch. */
async function embed(root: string): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { home: { type: 'string' }, origin: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  const [id, ...places] = positionals
  if (values.help || id === undefined) return console.log(usage)
  const { cities } = readCatalogue(readFileSync(join(root, '.generated', 'catalogue.txt'), 'utf8'))
  const city = Object.hasOwn(cities, id) ? cities[id] : undefined
  if (!city) throw new StartProblem(`"${id}" is geen gemeente van ons. Kies uit: ${Object.keys(cities).join(', ')}`)
  const { publicUrl, widgetOrigins } = settingsOf(root)
  const home = originOf(values.home ?? (publicUrl || here))
  const widget = readWidget(root)
  const origins = [...new Set([...city.widgetOrigins, ...widgetOrigins])]
  const place = { city, home, widget, origins }
  if (places.length === 0) console.log(tags({ ...place, local: home === here }))
  for (const one of places) await check(one, values.origin ? originOf(values.origin) : undefined, place)
}

async function check(name: string, origin: string | undefined, place: Place): Promise<void> {
  const page = await openPage(name, origin)
  const faults = faultsOf(page, place)
  for (const fault of faults) console.log(`✗ ${name}: ${fault}`)
  if (!page.origin)
    console.log(`? ${name}: van welke website dit is, is niet gezegd: --origin https://www.stad.example`)
  if (faults.length > 0) process.exitCode = 1
  else
    console.log(
      `✓ ${name}: hier zal de assistent van ${place.city.name.nl} werken, voor zover dat van hier te zien is.`,
    )
}

function settingsOf(root: string): { publicUrl: string | null; widgetOrigins: string[] } {
  const { values } = readVariables(root, readWrangler(root).vars, process.env, configNames)
  const read = readConfig({ LOCAL_RUN: '1', WIDGET_ORIGINS: values.WIDGET_ORIGINS })
  return { publicUrl: values.PUBLIC_URL ?? null, widgetOrigins: read.ok ? read.config.widgetOrigins : [] }
}

function originOf(address: string): string {
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return new URL(address).origin
  throw new StartProblem(`"${address}" is geen adres van een website; het begint met https://`)
}

await run(() => embed(process.cwd()))
