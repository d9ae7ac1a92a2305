import type * as dom from '../dom.ts'

export type { Part } from '../dom.ts'

/** What makes elements came with the entry: the class of our element carries it, so that it is not loaded twice. */
export const { h, put, icon, sheet } = customElements.get('loket-wijzer') as unknown as typeof dom

/** Replaces all that stands in an element. */
export const fill = (element: Element, ...parts: dom.Part[]): void => {
  element.textContent = ''
  put(element, parts)
}
