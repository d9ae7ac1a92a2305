type Value = string | number | boolean | null | undefined | ((event: never) => void)
export type Part = Node | string | null | undefined | false | Part[]

/** An element with attributes, listeners and children. Text is only ever text: nothing here reads markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Value> = {},
  ...parts: Part[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value as EventListener)
    else if (value != null && value !== false) element.setAttribute(name, value === true ? '' : `${value}`)
  }
  element.append(...flat(parts))
  return element
}

/** Replaces all that stands in an element. */
export const fill = (element: Element, ...parts: Part[]): void => element.replaceChildren(...flat(parts))

const flat = (parts: Part[]): (Node | string)[] =>
  (parts.flat(9) as (Node | string | null | undefined | false)[]).filter(
    (part): part is Node | string => part !== null && part !== undefined && part !== false && part !== '',
  )
