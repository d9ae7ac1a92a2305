import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml'

/** Changes a content file in place: comments, order and quotes of everything else stay as editors wrote them. */

export const openYaml = (text: string): Document => parseDocument(text)

export const closeYaml = (document: Document): string =>
  document.toString({ lineWidth: 0, flowCollectionPadding: false, singleQuote: true })

/** The item of a list with this id. */
export function itemOf({ contents }: Document, id: string): YAMLMap | undefined {
  const items = isSeq(contents) ? contents.items : []
  return items.find((item): item is YAMLMap => isMap(item) && item.get('id') === id)
}

/** Adds an item at the end of a list, with an empty line before it. */
export function addItem(document: Document, value: object): void {
  if (!isSeq(document.contents)) throw new Error('only a list can grow')
  const node = document.createNode(value)
  node.spaceBefore = true
  document.contents.add(node)
}
