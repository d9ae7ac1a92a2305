/** The built page of the desk. Names hold a hash of what they name, so that a file never changes. */
export type DeskFiles = {
  script: string
  style: string
  /** By name. */
  files: Record<string, string>
  /** The service worker, which has one name for ever. */
  worker: string
}
