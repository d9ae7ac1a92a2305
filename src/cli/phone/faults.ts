import type { ServerResponse } from 'node:http'

/** Ways in which Meta's side can go wrong, on purpose. `accepts`: the message arrives all the same. */
export type Fault = { tells: string; accepts: boolean; answer: (response: ServerResponse, accepted: string) => void }

const answering =
  (status: number, body: string, headers: Record<string, string> = {}): Fault['answer'] =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)

/** An error as the platform writes it. */
export const errorBody = (code: number, details: string, more: Record<string, unknown> = {}): string =>
  JSON.stringify({
    error: {
      message: `(#${code}) ${details}`,
      type: 'OAuthException',
      code,
      ...more,
      error_data: { messaging_product: 'whatsapp', details },
      fbtrace_id: 'invented',
    },
  })

const refusing = (status: number, code: number, details: string, headers?: Record<string, string>): Fault => ({
  tells: `${code}: ${details}`,
  accepts: false,
  answer: answering(status, errorBody(code, details), headers),
})

const broken = (tells: string, answer: Fault['answer'], accepts = false): Fault => ({ tells, accepts, answer })

export const faults = {
  window: refusing(400, 131047, 'More than 24 hours since the person wrote'),
  undeliverable: refusing(400, 131026, 'Message undeliverable'),
  pair: refusing(400, 131056, 'Too many messages to one person'),
  throughput: refusing(429, 130429, 'Too many messages from this number'),
  account: refusing(400, 80007, 'Too many from this account'),
  spam: refusing(400, 131048, 'Too many were blocked or flagged'),
  busy: refusing(500, 131000, 'Something went wrong'),
  unknown: refusing(400, 139999, 'A code that nobody knows'),
  token: refusing(401, 190, 'The access token has expired'),
  permission: refusing(403, 10, 'Permission is missing'),
  form: refusing(400, 131009, 'Parameter value is not valid'),
  'under-200': refusing(200, 131000, 'An error under a 200'),
  limited: broken('429 with Retry-After, without a body', answering(429, '', { 'retry-after': '7' })),
  error: broken('500 without a body', answering(500, '')),
  gateway: broken('502 of a gateway', answering(502, '<html>Bad gateway</html>')),
  unavailable: broken('503 with Retry-After as a date', (response) => {
    const soon = new Date(Date.now() + 20_000).toUTCString()
    answering(503, '', { 'retry-after': soon })(response, '')
  }),
  redirect: broken('a redirect', answering(302, '', { location: 'http://127.0.0.1:9/elsewhere' })),
  garbage: broken('200 with what is no JSON', answering(200, '<html>'), true),
  cut: broken(
    '200, broken off half-way',
    (response, accepted) => {
      response.writeHead(200, { 'content-length': String(accepted.length) })
      response.write(accepted.slice(0, accepted.length / 2), () => response.destroy())
    },
    true,
  ),
  reset: broken('the connection is cut', (response) => void response.destroy()),
  'lost-answer': broken('it arrives, and the answer is lost', (response) => void response.destroy(), true),
  hang: broken('no answer at all', () => {}),
} as const satisfies Record<string, Fault>

export type FaultKind = keyof typeof faults

export const isFault = (name: string): name is FaultKind => Object.hasOwn(faults, name)
