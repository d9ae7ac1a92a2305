/** Styles travel inside the script, as text: no request of their own, and no policy of the host page against them. */
declare module '*.css' {
  const css: string
  export default css
}

/** Filled in by the build: the file name of the part that loads when the widget is opened, and its checksum. */
declare const PANEL_FILE: string
declare const PANEL_INTEGRITY: string
