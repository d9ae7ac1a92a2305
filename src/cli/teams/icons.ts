import { drawPng, type Pixel } from './png.ts'

/** A signpost, which belongs to no city: white on a colour, and as an outline on nothing. */

/** Sizes that Teams wants, in pixels. */
export const colorSize = 192
export const outlineSize = 32

const accent: Pixel = [0x0b, 0x4f, 0x6c, 255]
const white: Pixel = [255, 255, 255, 255]
const nothing: Pixel = [255, 255, 255, 0]

export const colorIcon = (): Buffer =>
  drawPng(colorSize, (x, y) =>
    mix(
      accent,
      white,
      coverage(x, y, colorSize, (u, v) => signpost(0.5 + (u - 0.5) * 1.6, 0.5 + (v - 0.5) * 1.6)),
    ),
  )

export const outlineIcon = (): Buffer =>
  drawPng(outlineSize, (x, y) => mix(nothing, white, coverage(x, y, outlineSize, signpost)))

/** Whether a point of the unit square is on the signpost: a pole, and two boards that point away from it. */
function signpost(u: number, v: number): boolean {
  const pole = Math.abs(u - 0.5) <= 0.05 && v >= 0.06 && v <= 0.96
  return pole || board(u, v, 0.28) || board(1 - u, v, 0.58)
}

const half = 0.11

function board(u: number, v: number, middle: number): boolean {
  const off = Math.abs(v - middle)
  return off <= half && u >= 0.2 && u <= 0.78 + (0.16 * (half - off)) / half
}

/** The share of a pixel that is covered, of 16 points in it: no stairs along an edge. */
function coverage(x: number, y: number, size: number, covers: (u: number, v: number) => boolean): number {
  const steps = [0.125, 0.375, 0.625, 0.875]
  const points = steps.flatMap((dx) => steps.map((dy) => covers((x + dx) / size, (y + dy) / size)))
  return points.filter(Boolean).length / points.length
}

const mix = (below: Pixel, above: Pixel, share: number): Pixel => {
  const part = (at: 0 | 1 | 2 | 3): number => below[at] + (above[at] - below[at]) * share
  return [part(0), part(1), part(2), part(3)]
}
