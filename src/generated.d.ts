/** Compiled content as the bundler hands it over: JSON as text, models as bytes (see `rules` in wrangler.toml). */
declare module '*.generated/accessibility.txt' {
  const text: string
  export default text
}
declare module '*.generated/catalogue.txt' {
  const text: string
  export default text
}
declare module '*.generated/search.txt' {
  const text: string
  export default text
}
declare module '*.generated/desk-notes.txt' {
  const text: string
  export default text
}
declare module '*.generated/widget.txt' {
  const text: string
  export default text
}
declare module '*.bin' {
  const bytes: ArrayBuffer
  export default bytes
}
