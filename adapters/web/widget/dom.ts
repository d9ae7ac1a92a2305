type Value = string | number | boolean | null | undefined | ((event: never) => void)
/** A child, several, or an object with attributes and listeners. What is false or missing is left out. */
export type Part = Node | string | false | null | undefined | Record<string, Value> | Part[]

type ElementFor<T extends string> = T extends `${infer Tag}.${string}`
  ? ElementFor<Tag>
  : T extends keyof HTMLElementTagNameMap
    ? HTMLElementTagNameMap[T]
    : HTMLElement

/**
 * An element, with its classes in the name: `h('p.hint', { lang }, text)`. Text is only ever text: nothing here reads
 * markup, whoever wrote it.
 */
export const h = <T extends string>(tag: T, ...parts: Part[]): ElementFor<T> => {
  const [name = '', kind = ''] = tag.split('.')
  const element = document.createElement(name)
  if (kind) element.className = kind
  put(element, parts)
  return element as ElementFor<T>
}

export const put = (element: Element, part: Part): void => {
  if (Array.isArray(part)) for (const one of part) put(element, one)
  else if (part instanceof Node || typeof part === 'string') element.append(part)
  else if (part) for (const name in part) set(element, name, part[name])
}

const set = (element: Element, name: string, value: Value): void => {
  if (typeof value === 'function') element.addEventListener(name, value as EventListener)
  else if ((value ?? false) !== false) element.setAttribute(name, `${value}`)
}

const drawn = (name: string, ...parts: Part[]): Element => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  put(element, parts)
  return element
}

/** A line drawing of 24 by 24. It says nothing that the words beside it do not say. */
export const icon = (path: string): Element =>
  drawn('svg', { viewBox: '0 0 24 24', 'aria-hidden': true }, drawn('path', { d: path }))

/** A style sheet of our own. No policy of the page stands in its way, and nothing of the page gets into it. */
export const sheet = (css: string): CSSStyleSheet => {
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  return made
}
