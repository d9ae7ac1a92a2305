import { maskPersonalData } from '../../core/personal-data.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Nothing after this step, and nothing outside, sees personal data of the citizen. */
export function hidePersonalData(turn: Turn, { catalogue }: World): Turn {
  const { text, found } = maskPersonalData(turn.text, catalogue.publicNumbers)
  const left = text.replaceAll('[…]', '').replace(/[^\p{L}\p{N}]/gu, '')
  const decision =
    found.length > 0 && left.length < 8 ? { outcome: 'refused.personal-data' as const, targets: [] } : null
  return { ...turn, text, personalData: found, decision }
}
