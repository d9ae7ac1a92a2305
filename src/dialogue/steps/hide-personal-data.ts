import { maskPersonalData } from '../../core/personal-data.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Nothing after this step, and nothing outside, sees personal data of the citizen. */
export function hidePersonalData(turn: Turn, { catalogue }: World): Turn {
  const { text, found } = maskPersonalData(turn.text, publicNumbers(catalogue))
  const left = text.replaceAll('[…]', '').replace(/[^\p{L}\p{N}]/gu, '')
  const decision = found.length > 0 && left.length < 8 ? { outcome: 'refused.personal-data' as const, targets: [] } : null
  return { ...turn, text, personalData: found, decision }
}

let kept: { hash: string; numbers: string[] } | undefined

/** Numbers of the cities themselves: repeating one is no personal data. */
function publicNumbers({ hash, cities }: World['catalogue']): string[] {
  if (kept?.hash === hash) return kept.numbers
  const channels = Object.values(cities).flatMap((city) => [
    ...city.firstLine.channels,
    ...Object.values(city.services).flatMap((service) => service.channels),
  ])
  const numbers = channels.flatMap(({ type, fact }) => (type === 'phone' && typeof fact?.value === 'string' ? [fact.value] : []))
  kept = { hash, numbers: [...new Set(numbers)] }
  return kept.numbers
}
