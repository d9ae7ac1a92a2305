/** Which labels compete with which. */
export type Competition = {
  /** Label → cities in which it exists; absent: everywhere. Labels of different cities never compete. */
  cities?: Record<string, string[]>
  /** Labels that only compete when one of them is right: they are candidates only when a message calls for them. */
  aside?: (label: string) => boolean
}

/** Labels that exist everywhere and always compete come first, so that the hot loop runs over neighbours. */
export function orderLabels(
  examples: { label: string }[],
  { cities = {}, aside = () => false }: Competition,
): { labels: string[]; shared: number } {
  const all = [...new Set(examples.map(({ label }) => label))].sort()
  const always = all.filter((label) => !cities[label] && !aside(label))
  return { labels: [...always, ...all.filter((label) => cities[label] || aside(label))], shared: always.length }
}

/** For each label the further labels it competes with: one set for each city in which it exists. */
export function rivalsByCity(
  labels: string[],
  shared: number,
  { cities = {}, aside = () => false }: Competition,
): Map<string, Uint16Array[]> {
  const all = [...new Set(Object.values(cities).flat())].sort()
  const everywhere = all.length === 0 ? [''] : all
  const exists = (label: string, city: string): boolean => city === '' || (cities[label]?.includes(city) ?? true)
  const set = (city: string, keep: (label: string) => boolean): Uint16Array =>
    Uint16Array.from(
      [...labels.keys()].slice(shared).filter((at) => exists(labels[at] ?? '', city) && keep(labels[at] ?? '')),
    )
  const whole = new Map(everywhere.map((city) => [city, set(city, () => true)]))
  const usual = new Map(everywhere.map((city) => [city, set(city, (label) => !aside(label))]))
  return new Map(
    labels.map((label) => [
      label,
      (cities[label] ?? everywhere).flatMap((city) => (aside(label) ? whole : usual).get(city) ?? []),
    ]),
  )
}
