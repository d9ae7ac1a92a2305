/** The platform asks once whether this address is ours: it sends our word, and wants its own back (contract §1). */

/** Longest challenge that is given back. */
const longestChallenge = 256

const hash = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

/** Compares hashes to the last byte, so that the time taken tells nothing of the word. */
async function same(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([hash(one), hash(other)])
  return left.reduce((difference, byte, at) => difference | (byte ^ (right[at] ?? 0)), 0) === 0
}

/** Plain text that no browser takes for a page: the challenge is whatever the sender wrote. */
const asText = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }

/** 200 with the challenge; 400 when something is missing, 403 for another word, and always when we have none. */
export async function handshake(url: string, verifyToken: string | null): Promise<Response> {
  const asked = new URL(url).searchParams
  const [mode, token, challenge] = ['hub.mode', 'hub.verify_token', 'hub.challenge'].map((name) => asked.get(name))
  if (!verifyToken) return new Response(null, { status: 403 })
  if (!mode || !token || !challenge || challenge.length > longestChallenge) return new Response(null, { status: 400 })
  const genuine = (await same(token, verifyToken)) && mode === 'subscribe'
  return genuine ? new Response(challenge, { headers: asText }) : new Response(null, { status: 403 })
}
