import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** Meta's side, in our hands: it writes down what it accepted, and does what a plan says. */

export type Asked = { to: string; text: string; callback: string; type: string }

/** What it took: the ledger that the Worker cannot reach. */
export type Taken = Asked & { id: string; at: number }

/** `accepts`: it keeps the message, whatever it answers. */
export type Behaviour = { accepts: boolean; answer(response: ServerResponse, success: string): void }

export type FarSide = {
  /** Base for sending, with version. */
  url: string
  taken: Taken[]
  /** Every request for a message, accepted or not. */
  asked: number
  /** Requests of one person under way at once, at most. */
  mostAtOnce: number
  /** What to do with a message; null: accept it. */
  plan: (asked: Asked) => Behaviour | null
  /** Called when a message was taken, before its answer leaves. */
  onTaken: (taken: Taken) => void
  close(): Promise<void>
}

export const accept: Behaviour = { accepts: true, answer: (response, success) => json(response, 200, success) }

export function json(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

export async function startFarSide(): Promise<FarSide> {
  const underWay = new Map<string, number>()
  const side: FarSide = {
    url: '',
    taken: [],
    asked: 0,
    mostAtOnce: 0,
    plan: () => null,
    onTaken: () => {},
    close: async () => {},
  }
  const server = createServer(async (request, response) => {
    response.on('error', () => {})
    const body = await read(request).catch(() => undefined)
    if (!body) return void response.destroy()
    if (body.status === 'read') return json(response, 200, '{"success":true}')
    const asked = askedIn(body)
    side.asked++
    const now = (underWay.get(asked.to) ?? 0) + 1
    underWay.set(asked.to, now)
    side.mostAtOnce = Math.max(side.mostAtOnce, now)
    response.once('close', () => underWay.set(asked.to, (underWay.get(asked.to) ?? 1) - 1))
    take(side, asked, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  side.url = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/v26.0`
  side.close = () =>
    new Promise((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return side
}

function take(side: FarSide, asked: Asked, response: ServerResponse): void {
  const { accepts, answer } = side.plan(asked) ?? accept
  const id = `wamid.${side.asked}`
  const success = JSON.stringify({ messaging_product: 'whatsapp', messages: [{ id, message_status: 'accepted' }] })
  if (accepts) {
    const taken = { ...asked, id, at: performance.now() }
    side.taken.push(taken)
    side.onTaken(taken)
  }
  answer(response, success)
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>
}

type Sent = {
  to?: string
  recipient?: string
  type?: string
  text?: { body?: string }
  interactive?: { body?: { text?: string } }
  biz_opaque_callback_data?: string
}

function askedIn(body: Record<string, unknown>): Asked {
  const { to, recipient, type, text, interactive, biz_opaque_callback_data: callback } = body as Sent
  return {
    to: String(to ?? recipient),
    text: text?.body ?? interactive?.body?.text ?? '',
    callback: callback ?? '',
    type: String(type),
  }
}
