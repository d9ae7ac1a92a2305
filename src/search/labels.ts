/**
 * A label is what a question can be about, as the index and the model know it:
 * `concept:adreswijziging`, `service:<city>/leefstraat`, `organisation:<city>/kerkhof`, `referral:common/nmbs`,
 * `about:begroeting`, `event:geboorte`, `none:weer`.
 */
export type LabelKind = 'concept' | 'service' | 'organisation' | 'referral' | 'about' | 'event' | 'none'
export type Label = { kind: LabelKind; id: string; city: string | null }

/** @throws when it is not a label. */
export function parseLabel(label: string): Label {
  const at = label.indexOf(':')
  const kind = label.slice(0, at) as LabelKind
  const id = label.slice(at + 1)
  if (at < 0) throw new Error(`not a label: ${label}`)
  const city = kind === 'service' || kind === 'organisation' ? id.slice(0, id.indexOf('/')) : null
  return { kind, id, city }
}
