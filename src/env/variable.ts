import * as z from 'zod'

/** What a name is for, with an example: told when its value is wrong. Its schema is made for a value that is set. */
export type Variable = { use: string; example: string; schema: () => z.ZodType<unknown, string> }

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Whether a URL or a `host:port` is on this machine. */
export function isLoopback(address: string): boolean {
  const url = address.includes('://') ? address : `http://${address}`
  return URL.canParse(url) && loopback.test(new URL(url).hostname)
}

export const secret = () => z.string().min(1)

/** An address of somebody else's service: https, or http on loopback, which a deployment refuses further on. */
export const address = () =>
  z
    .url({ protocol: /^https?$/ })
    .refine((value) => value.startsWith('https:') || isLoopback(value), 'it must be https')
    .transform((value) => value.replace(/\/$/, ''))

/** A list with commas between. */
export const list = () =>
  z.string().transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  )
