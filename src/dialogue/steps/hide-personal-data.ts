import { addressMark } from '../../core/address.ts'
import { gapsIn } from '../../core/any-script.ts'
import { mark, maskPersonalData, type PersonalDataKind } from '../../core/personal-data.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Nothing after this step, and nothing outside, sees personal data of the citizen. */
export function hidePersonalData(turn: Turn, { catalogue }: World): Turn {
  const { text, found } = maskPersonalData(turn.text, catalogue.publicNumbers, catalogue.places)
  const hidden = text.includes(mark)
  const outside = text.replaceAll(mark, '')
  const left = outside.replace(gapsIn(outside), '')
  const decision = hidden && left.length < 8 ? { outcome: 'refused.personal-data' as const, targets: [] } : null
  // A conversation masks at its border already; the marks that it left are all we see of it.
  const marked: PersonalDataKind[] = text.includes(addressMark) ? ['address'] : []
  const kinds = hidden && found.length === 0 ? (['hidden'] as const) : found
  return { ...turn, text, personalData: [...new Set([...kinds, ...marked])], decision }
}
