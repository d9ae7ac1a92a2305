import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type * as z from 'zod'
import { errorBody, type FaultKind, faults } from './faults.ts'
import { type Outbound, outbound } from './outbound.ts'

/** One request that reached Meta's side, in the order in which they came. */
export type Reached = {
  path: string
  authorization: string | undefined
  body: unknown
  /** The id that it got, when it was accepted as a message. */
  wamid: string | null
}

export type GraphParts = {
  port: number
  version: string
  /** The token that must come along; null: any. */
  token: string | null
  /** A message that was accepted, after its answer. */
  accepted?: (message: Outbound, wamid: string) => void
  /** A message that was refused or lost on purpose. */
  failed?: (kind: FaultKind) => void
  /** A read mark, and whether somebody is seen typing. */
  read?: (messageId: string, typing: boolean) => void
}

export type Graph = {
  /** Base for sending, with version. */
  url: string
  reached: Reached[]
  /** Makes the next so many sends go wrong. */
  fail(kind: FaultKind, times: number): void
  close(): Promise<void>
}

/** Meta's side on this machine: takes messages as strictly as the platform does, gives them ids, and fails when told to. */
export async function startGraph(parts: GraphParts): Promise<Graph> {
  const reached: Reached[] = []
  const planned: FaultKind[] = []
  const server = createServer((request, response) => {
    bodyOf(request).then(
      (body) => answer({ request, response, body, parts, reached, planned }),
      () => response.destroy(),
    )
  })
  await new Promise<void>((listening, taken) => {
    server.once('error', taken).listen(parts.port, '127.0.0.1', listening)
  })
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : parts.port
  return {
    url: `http://127.0.0.1:${port}/${parts.version}`,
    reached,
    fail: (kind, times) => void planned.push(...Array<FaultKind>(times).fill(kind)),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  body: unknown
  parts: GraphParts
  reached: Reached[]
  planned: FaultKind[]
}

function answer({ request, response, body, parts, reached, planned }: Exchange): void {
  const entry: Reached = {
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body,
    wamid: null,
  }
  reached.push(entry)
  const json = answering(response)
  const refusal = refusalOf(entry, parts)
  const asked = outbound.safeParse(body)
  if (refusal) json(...refusal)
  else if (!asked.success) json(400, errorBody(131009, whatIsWrong(asked.error)))
  else if ('status' in asked.data) {
    json(200, '{"success":true}')
    parts.read?.(asked.data.message_id, asked.data.typing_indicator !== undefined)
  } else take(asked.data, planned.shift(), { response, entry, parts })
}

const answering =
  (response: ServerResponse) =>
  (status: number, text: string): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(text)

const whatIsWrong = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')

function refusalOf({ path, authorization }: Reached, { token }: GraphParts): [number, string] | null {
  if (!/^\/v\d+\.\d+\/\d+\/messages$/.test(path)) return [404, errorBody(100, 'No such object', { error_subcode: 33 })]
  return token === null || authorization === `Bearer ${token}` ? null : [401, errorBody(190, 'Invalid token')]
}

let counter = 0
const newId = (): string => `wamid.${Buffer.from(`${process.pid}.${Date.now()}.${counter++}`).toString('base64')}`

type Taking = Pick<Exchange, 'response' | 'parts'> & { entry: Reached }

/** Gives a message its id and its answer, or fails as was planned. */
function take(message: Outbound, kind: FaultKind | undefined, { response, entry, parts }: Taking): void {
  const fault = kind ? faults[kind] : undefined
  if (kind) parts.failed?.(kind)
  if (fault && !fault.accepts) {
    fault.answer(response, '')
    return
  }
  const wamid = newId()
  entry.wamid = wamid
  const said = JSON.stringify({
    messaging_product: 'whatsapp',
    contacts: [{ input: message.to ?? message.recipient, ...(message.to ? { wa_id: message.to } : {}) }],
    messages: [{ id: wamid, message_status: 'accepted' }],
  })
  if (fault) fault.answer(response, said)
  else answering(response)(200, said)
  parts.accepted?.(message, wamid)
}
