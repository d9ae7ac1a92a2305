import { existsSync, readFileSync } from 'node:fs'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { StartProblem } from '../start/problem.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** A page of a city's site, as far as the widget cares. */
export type Page = {
  /** Its elements in order. `inside`: those below it. */
  elements: { name: string; attributes: Record<string, string>; inside: string[] }[]
  /** Content security policies, from headers and from the page itself. Each must allow a thing. */
  policies: string[]
  /** Where it is served from; undefined for a file of which nobody said it. */
  origin: string | undefined
  /** Its address, or that of the site it is for. */
  base: string
}

/** Reads a page from the web or from a file. @throws {StartProblem} when there is none. */
export async function openPage(place: string, origin?: string): Promise<Page> {
  if (/^https?:\/\//.test(place)) return fromWeb(place)
  if (!existsSync(place))
    throw new StartProblem(`${place}: er is geen bestand met die naam. Een adres begint met https://`)
  return pageOf(readFileSync(place, 'utf8'), { headers: [], origin, base: origin ?? 'https://pagina.invalid' })
}

async function fromWeb(address: string): Promise<Page> {
  const response = await fetch(address, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined)
  if (!response) throw new StartProblem(`${address} antwoordt niet.`)
  if (!response.ok) throw new StartProblem(`${address} antwoordt met ${response.status}, niet met een pagina.`)
  const header = response.headers.get('content-security-policy')
  const { origin } = new URL(response.url)
  return pageOf(await response.text(), { headers: header ? header.split(',') : [], origin, base: response.url })
}

function pageOf(
  html: string,
  { headers, origin, base }: { headers: string[]; origin: string | undefined; base: string },
): Page {
  const elements = elementsIn(parse(html)).map((element) => ({
    name: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    inside: elementsIn(element)
      .slice(1)
      .map(({ tagName }) => tagName),
  }))
  const written = elements.flatMap(({ name, attributes }) =>
    name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy'
      ? [attributes.content ?? '']
      : [],
  )
  return { elements, policies: [...headers, ...written], origin, base }
}

const elementsIn = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
]
