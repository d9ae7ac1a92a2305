import type { Catalogue, Channel } from './catalogue.ts'

/** The compiled content as text: a way in that many pages share is written once, which halves what has to be parsed. */
type Written = { channels: Channel[]; catalogue: Catalogue }

export function writeCatalogue(catalogue: Catalogue): string {
  const positions = new Map<string, number>()
  const positionOf = (channel: Channel): number => {
    const text = JSON.stringify(channel)
    const position = positions.get(text) ?? positions.size
    positions.set(text, position)
    return position
  }
  const copy = structuredClone(catalogue)
  replaceChannels(copy, positionOf)
  return `{"channels":[${[...positions.keys()]}],"catalogue":${JSON.stringify(copy)}}`
}

/** Pages that share a way in share the object: nobody changes a catalogue that was read. */
export function readCatalogue(text: string): Catalogue {
  const { channels, catalogue } = JSON.parse(text) as Written
  replaceChannels(catalogue, (position: number) => channels[position] as Channel)
  return catalogue
}

function replaceChannels<From, To>({ cities }: Catalogue, change: (channel: From) => To): void {
  for (const { services, organisations, firstLine } of Object.values(cities)) {
    const holders = [...Object.values(services), ...Object.values(organisations), firstLine]
    for (const holder of holders as unknown as { channels: (From | To)[] }[])
      holder.channels = (holder.channels as From[]).map(change)
  }
}
