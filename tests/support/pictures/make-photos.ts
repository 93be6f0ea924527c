/** Photographs as a telephone takes them: large, each another, with the place and the device written into them. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const TYPES = [
  { type: 'image/jpeg', ending: 'jpg', bytesOfPixel: 0.88 },
  { type: 'image/png', ending: 'png', bytesOfPixel: 3.44 },
  { type: 'image/webp', ending: 'webp', bytesOfPixel: 0.88 },
] as const

/** What must be in none of them once they are kept. */
export const PLACE = { latitude: 46.8139, longitude: -71.208, maker: 'SECRETCAM', owner: 'Owner Name' }

/** The paths, JPEG, PNG and WebP in turn. `size`: about so many bytes each. */
export async function makePhotos(
  page: Page,
  folder: string,
  count: number,
  size: number,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  for (let at = 0; at < count; at += 1) {
    const { type, ending, bytesOfPixel } = TYPES[at % TYPES.length] ?? TYPES[0]
    const side = Math.ceil(Math.sqrt(size / bytesOfPixel))
    const path = join(folder, `IMG_${String(at + 1).padStart(4, '0')}.${ending}`)
    writeFileSync(path, Buffer.from(await page.evaluate(drawNoise, { type, side }), 'base64'))
    paths.push(path)
  }
  execFileSync('exiftool', [
    '-q',
    '-overwrite_original',
    `-GPSLatitude=${PLACE.latitude}`,
    '-GPSLatitudeRef=N',
    `-GPSLongitude=${PLACE.longitude}`,
    '-GPSLongitudeRef=W',
    `-Make=${PLACE.maker}`,
    `-XMP:Creator=${PLACE.owner}`,
    folder,
  ])
  return paths
}

/** Noise does not compress: the picture is as large as a photograph of its size. */
async function drawNoise({ type, side }: { readonly type: string; readonly side: number }): Promise<string> {
  const canvas = new OffscreenCanvas(side, side)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  const image = context.createImageData(side, side)
  for (let from = 0; from < image.data.length; from += 65_536)
    crypto.getRandomValues(image.data.subarray(from, from + 65_536))
  for (let alpha = 3; alpha < image.data.length; alpha += 4) image.data[alpha] = 255
  context.putImageData(image, 0, 0)
  const blob = await canvas.convertToBlob({ type, quality: 0.92 })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let from = 0; from < bytes.length; from += 32_768)
    text += String.fromCharCode(...bytes.subarray(from, from + 32_768))
  return btoa(text)
}
