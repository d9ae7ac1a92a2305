/** The built widget: what the Worker serves to pages of others. */
export type WidgetFiles = {
  /** Name of the part that a page loads first, below `/widget/`; `/widget.js` is the same file. */
  entry: string
  /** By name: its bytes as text, and their checksum for `integrity`. Names hold a hash, so a file never changes. */
  files: Record<string, { body: string; integrity: string }>
}
