import type { Incoming } from '../activity.ts'

/** How a bot is named in Teams. */
export const botIdOf = (appId: string): string => `28:${appId}`

/** Check 12: it is addressed to us and not said by us. Otherwise it is taken in and dropped: sending it again helps nobody. */
export function checkAddressee({ recipient, from }: Incoming, appId: string): Response | null {
  const ours = botIdOf(appId)
  return recipient?.id === ours && from?.id !== ours ? null : new Response(null, { status: 200 })
}
