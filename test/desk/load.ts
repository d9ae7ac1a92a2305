import { newToken } from '../chaos/harness/web.ts'

/** The desk of a running Worker under load, with citizens on the web and colleagues who watch. */

export type Desk = {
  url: string
  /** Header of whoever signed in. */
  cookie: string
}

type Waiting = { conversation: string; since: string; agent: unknown; version: number }

const city = 'gent'

/** Signs in with the link that a local run prints. */
export async function deskAt(link: string): Promise<Desk> {
  const { origin } = new URL(link)
  const answer = await fetch(link, { redirect: 'manual' })
  return { url: origin, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

const headersOf = ({ url, cookie }: Desk): Record<string, string> => ({
  cookie,
  origin: url,
  'x-desk': '1',
  'content-type': 'application/json',
})

const queue = async (desk: Desk): Promise<Waiting[]> =>
  (await fetch(`${desk.url}/api/desk/v1/queue?city=${city}`, { headers: headersOf(desk) })).json() as Promise<Waiting[]>

async function wantPerson({ url }: Desk): Promise<boolean> {
  const token = await newToken(url)
  const headers = { authorization: `Bearer ${token}`, origin: url, 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/web/v1/handoff`, { method: 'POST', headers, body: '{"reason":"user"}' })
  const { state } = (await answer.json()) as { state: string }
  return state === 'queued'
}

/** A page of a colleague: the moments at which it heard that the queue changed. */
async function watching({ url, cookie }: Desk): Promise<{ heard: number[]; close: () => void }> {
  const heard: number[] = []
  // The browsers' own WebSocket takes no headers; Node's does.
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/desk/v1/events?city=${city}`, {
    headers: { cookie, origin: url },
  } as unknown as string[])
  socket.addEventListener('message', ({ data }) => {
    if (JSON.parse(String(data)).type === 'queue') heard.push(Date.now())
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('the desk let nobody watch')))
  })
  return { heard, close: () => socket.close() }
}

export type HandedOver = {
  asked: number
  /** Citizens who were told that they wait, and are not in the queue. */
  lost: number
  /** Milliseconds from asking to hearing, over all colleagues and chats; lowest first. */
  alerts: number[]
  /** Pages whose stream broke, or that heard of nothing. */
  deaf: number
}

/** So many citizens a second ask for a person, while so many colleagues watch. */
export async function handOver(
  desk: Desk,
  given: { agents: number; rate: number; seconds: number },
): Promise<HandedOver> {
  const before = new Set((await queue(desk)).map(({ conversation }) => conversation))
  const watchers = await Promise.all(Array.from({ length: given.agents }, () => watching(desk)))
  const asked: Promise<boolean>[] = []
  for (let nth = 0; nth < given.rate * given.seconds; nth += 1) {
    asked.push(wantPerson(desk).catch(() => false))
    await pause(1000 / given.rate)
  }
  const told = (await Promise.all(asked)).filter(Boolean).length
  const fresh = await until(
    async () => (await queue(desk)).filter(({ conversation }) => !before.has(conversation)),
    (all) => all.length >= told,
  )
  await pause(500)
  const alerts = fresh.flatMap(({ since }) =>
    watchers.flatMap(({ heard }) => {
      const first = heard.find((at) => at >= Date.parse(since))
      return first === undefined ? [] : [first - Date.parse(since)]
    }),
  )
  for (const { close } of watchers) close()
  return {
    asked: asked.length,
    lost: asked.length - fresh.length,
    alerts: alerts.sort((a, b) => a - b),
    deaf: watchers.filter(({ heard }) => heard.length === 0).length,
  }
}

/** So many colleagues claim one chat at once, so many times over; how often exactly one had it. */
export async function raceClaims(desk: Desk, given: { parallel: number; times: number }): Promise<number> {
  let once = 0
  for (let round = 0; round < given.times; round += 1) {
    await wantPerson(desk)
    const free = await until(
      async () => (await queue(desk)).filter(({ agent }) => agent === null),
      (all) => all.length > 0,
    )
    const { conversation = '', version = 0 } = free[0] ?? {}
    const path = `${desk.url}/api/desk/v1/conversations/${conversation}`
    const claims = await Promise.all(
      Array.from({ length: given.parallel }, () =>
        fetch(`${path}/claim?city=${city}`, {
          method: 'POST',
          headers: { ...headersOf(desk), 'if-match': `"${version}"` },
          body: '{}',
        }),
      ),
    )
    const won = claims.filter(({ status }) => status === 200).length
    const lost = claims.filter(({ status }) => status === 412).length
    if (won === 1 && lost === given.parallel - 1) once += 1
    await fetch(`${path}/close?city=${city}`, { method: 'POST', headers: headersOf(desk), body: '{}' })
  }
  return once
}

/** What is found once it is enough, or after ten seconds whatever there is. */
async function until<T>(look: () => Promise<T>, enough: (found: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const found = await look()
    if (enough(found) || tries >= 100) return found
    await pause(100)
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resume) => setTimeout(resume, milliseconds))
