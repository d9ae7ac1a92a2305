/** Compiled content as the bundler hands it over: JSON as text, models as bytes (see `rules` in wrangler.toml). */
declare module '*.generated/catalogue.json' {
  const text: string
  export default text
}
declare module '*.generated/search.json' {
  const text: string
  export default text
}
declare module '*.bin' {
  const bytes: ArrayBuffer
  export default bytes
}
