import type { Document } from './documents.ts'

/** Ids of the pages for a question, best first; at least three where there are as many. */
export type Search = (text: string) => string[] | Promise<string[]>

/** A library as a developer would first set it up for these documents. */
export type Engine = {
  name: string
  /** Most documents that it can be built with in reasonable time; absent: any number. */
  most?: number
  build: (documents: Document[]) => Search | Promise<Search>
}
