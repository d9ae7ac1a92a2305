import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { colorIcon, outlineIcon } from './icons.ts'

/** The app package: what an administrator uploads to Teams. */

export type Package = { manifest: unknown; color: Uint8Array | null; outline: Uint8Array | null }

/** The same package for the same manifest, byte for byte. */
export const zipPackage = (manifest: object): Uint8Array =>
  zipSync(
    {
      'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
      'color.png': colorIcon(),
      'outline.png': outlineIcon(),
    },
    { mtime: new Date('2026-01-01T12:00:00') },
  )

/** What is in a package; null when it is none. A manifest that is no JSON is null. */
export function readPackage(bytes: Uint8Array): Package | null {
  try {
    const files = unzipSync(bytes)
    const manifest = jsonOf(files['manifest.json'])
    const icons = (manifest as { icons?: Record<string, string> } | null)?.icons
    const icon = (name: string): Uint8Array | null => files[icons?.[name] ?? `${name}.png`] ?? null
    return { manifest, color: icon('color'), outline: icon('outline') }
  } catch {
    return null
  }
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes ? JSON.parse(strFromU8(bytes)) : null
  } catch {
    return null
  }
}
