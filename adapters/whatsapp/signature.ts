/** `X-Hub-Signature-256`: HMAC-SHA256 of the raw bytes with the app's secret, in lower-case hex (contract §2). */

const form = /^sha256=([0-9a-f]{64})$/

const algorithm = { name: 'HMAC', hash: 'SHA-256' } as const

const keyOf = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify'])

/**
 * A check of signatures against one secret, or two while one is being replaced; without any, nothing is genuine.
 * `subtle.verify` compares in constant time.
 */
export function signatureCheck(
  secrets: readonly string[],
): (header: string | null, bytes: Uint8Array) => Promise<boolean> {
  let keys: Promise<CryptoKey[]> | undefined
  return async (header, bytes) => {
    const [, hex] = form.exec(header ?? '') ?? []
    if (!hex) return false
    keys ??= Promise.all(secrets.map(keyOf))
    const signature = Uint8Array.from({ length: 32 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
    const verdicts = (await keys).map((key) => crypto.subtle.verify('HMAC', key, signature, new Uint8Array(bytes)))
    return (await Promise.all(verdicts)).includes(true)
  }
}
