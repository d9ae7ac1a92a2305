import { parseArgs } from 'node:util'
import { type FaultKind, faults, isFault } from './faults.ts'

export const usage = `npm run phone -- [options]

A phone and Meta's side of it, for the Worker that npm start runs. Type what a citizen types.

  --city <city>        whose number is called; the first city unless given
  --from <number>      the phone number of the citizen
  --username           the citizen hides that number behind a name, as WhatsApp allows
  --batch              lines go in one delivery together; an empty line sends them
  --duplicate          everything is delivered twice
  --late               everything was written two days ago
  --image              everything is written under a photo
  --fail <kind>[:n]    the next answer (or n answers) cannot be sent: ${Object.keys(faults).join(', ')}
  --worker <url>       where the Worker is; http://127.0.0.1:8787, or at PORT
  --graph-port <port>  where Meta's side listens; 9100

While it runs:  /1 taps the first button or row     /image <caption>     /place <name>
                /voice     /like     /fail <kind>     /help     /quit`

export type Settings = {
  city: string
  from: string
  username: boolean
  batch: boolean
  duplicate: boolean
  late: boolean
  image: boolean
  fail: { kind: FaultKind; times: number } | null
  worker: string
  graphPort: number
}

/** Values for a Worker on this machine only; they open nothing elsewhere. */
export const secrets = {
  appSecret: 'phone-app-secret',
  verifyToken: 'phone-verify-token',
  accessToken: 'phone-access-token',
}

/** Our number, as the platform names it and as people see it. */
export const ours = { id: '770011223344556', shown: '3292000000' }

export const graphVersion = 'v26.0'

/** Reads the options. @throws with a sentence for whoever typed them. */
export function readSettings(args: string[], environment: NodeJS.ProcessEnv, cities: string[]): Settings | 'help' {
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args,
    options: {
      city: { type: 'string', default: cities[0] ?? '' },
      from: { type: 'string', default: '32470000001' },
      username: flag,
      batch: flag,
      duplicate: flag,
      late: flag,
      image: flag,
      fail: { type: 'string' },
      worker: { type: 'string', default: `http://127.0.0.1:${environment.PORT || 8787}` },
      'graph-port': { type: 'string', default: '9100' },
      help: flag,
    },
  })
  const { help, fail, worker, 'graph-port': port, ...rest } = values
  if (help) return 'help'
  if (!cities.includes(rest.city)) throw new Error(`--city: "${rest.city}" is not one of ${cities.join(', ')}`)
  if (!/^\d{5,20}$/.test(rest.from)) throw new Error('--from: a number of digits only, such as 32470000001')
  if (!URL.canParse(worker)) throw new Error(`--worker: "${worker}" is not a URL`)
  return {
    ...rest,
    worker: worker.replace(/\/$/, ''),
    graphPort: portFrom(port),
    fail: fail === undefined ? null : failFrom(fail),
  }
}

function portFrom(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Error(`--graph-port: "${text}" is not a port`)
}

/** `kind` or `kind:times`. @throws when there is no such kind. */
export function failFrom(text: string): { kind: FaultKind; times: number } {
  const [kind = '', times = '1'] = text.split(':')
  if (!isFault(kind)) throw new Error(`--fail: "${kind}" is not one of ${Object.keys(faults).join(', ')}`)
  return { kind, times: Math.max(1, Number.parseInt(times, 10) || 1) }
}

/** The line that starts a Worker which listens to this phone. */
export function startLine({ city, worker }: Settings, graphUrl: string): string {
  const { port } = new URL(worker)
  return [
    `WHATSAPP_APP_SECRET=${secrets.appSecret}`,
    `WHATSAPP_VERIFY_TOKEN=${secrets.verifyToken}`,
    `WHATSAPP_ACCESS_TOKEN=${secrets.accessToken}`,
    `WHATSAPP_NUMBERS=${ours.id}=${city}`,
    `WHATSAPP_GRAPH_URL=${graphUrl}`,
    ...(port && port !== '8787' ? [`PORT=${port}`] : []),
    'npm start',
  ].join(' ')
}
