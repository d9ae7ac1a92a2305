import type { Message } from '../../../../src/core/message.ts'
import { scene } from './scene.ts'

/** For the page's own counts: how it ended, about what, by which way in. Never a word. */
export const tellPage = ({ outcome, blocks }: Message, channel: string | null): void => {
  const about = blocks.find((block) => block.t === 'service')
  const detail = { outcome: channel ? null : outcome, service: about?.id ?? null, channel }
  scene.host.dispatchEvent(new CustomEvent('loketwijzer', { bubbles: true, composed: true, detail }))
}
