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
  const [name = '', ...classes] = tag.split('.')
  const element = document.createElement(name)
  element.className = classes.join(' ')
  put(element, parts)
  return element as ElementFor<T>
}

const put = (element: HTMLElement, parts: Part[]): void => {
  for (const part of parts) {
    if (Array.isArray(part)) put(element, part)
    else if (part instanceof Node || typeof part === 'string') element.append(part)
    else if (part) for (const [name, value] of Object.entries(part)) set(element, name, value)
  }
}

const set = (element: HTMLElement, name: string, value: Value): void => {
  if (typeof value === 'function') element.addEventListener(name, value as EventListener)
  else if (value != null && value !== false) element.setAttribute(name, value === true ? '' : `${value}`)
}

/** Replaces all that stands in an element. */
export const fill = (element: HTMLElement, ...parts: Part[]): void => {
  element.textContent = ''
  put(element, parts)
}

/** A line drawing of 24 by 24. It says nothing that the words beside it do not say. */
export const icon = (path: string): SVGElement => {
  const [drawing, line] = ['svg', 'path'].map((name) => document.createElementNS('http://www.w3.org/2000/svg', name))
  drawing?.setAttribute('viewBox', '0 0 24 24')
  drawing?.setAttribute('aria-hidden', 'true')
  line?.setAttribute('d', path)
  drawing?.append(line as Node)
  return drawing as SVGElement
}
