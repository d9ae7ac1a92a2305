import type { Adapter } from '../../src/core/ports.ts'
import { attendWith } from './attend.ts'
import { limits } from './limits.ts'
import { parseWith } from './parse.ts'
import type { Parts } from './parts.ts'
import { renderWith } from './render.ts'
import { sendWith } from './send.ts'
import { verifyWith } from './verify.ts'

const path = '/webhooks/whatsapp'

/** The most that the platform says it posts at once, in bytes. */
const largestBody = 3 * 1024 * 1024

/** WhatsApp, by the Cloud API of Meta. */
export function whatsappAdapter(parts: Parts): Adapter {
  const { appSecrets, accessToken, numbers } = parts.config
  const hasNumber = Object.keys(numbers).length > 0
  return {
    name: 'whatsapp',
    capabilities: {
      delivery: 'push',
      longestText: limits.text,
      mostChoices: limits.rows,
      typing: true,
      statuses: true,
    },
    routes: [
      { method: 'GET', path, largestBody: 0 },
      { method: 'POST', path, largestBody },
    ],
    verify: verifyWith(parts),
    parse: parseWith(parts),
    render: renderWith(parts),
    send: sendWith(parts),
    attend: attendWith(parts),
    ready: { receives: appSecrets.length > 0 && hasNumber, sends: accessToken !== null && hasNumber },
  }
}
