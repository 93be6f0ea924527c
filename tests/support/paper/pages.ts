/** A printed PDF as it looks: every word with its place, and the page as a picture in gray, read with poppler. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const DOTS_AN_INCH = 144
const POINTS_AN_INCH = 72
const SCALE = DOTS_AN_INCH / POINTS_AN_INCH
/** Of 255; what is darker is ink. */
const INK = 200

/** In points, from the upper left corner. */
interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PaperWord extends Box {
  readonly text: string
  /** Of 255: the darkest dot in it. */
  readonly darkest: number
}

export interface PaperPage {
  readonly width: number
  readonly height: number
  /** In the order in which they were drawn. */
  readonly words: readonly PaperWord[]
  /** Around everything that is drawn; null: an empty page. */
  readonly ink: Box | null
}

export function paperPages(pdf: Uint8Array): readonly PaperPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-paper-'))
  try {
    const path = join(folder, 'printed.pdf')
    writeFileSync(path, pdf)
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, {
        encoding: 'utf8',
        timeout: 30_000,
        maxBuffer: 2 ** 26,
        // An empty page is told of there.
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    run('pdftoppm', '-gray', '-r', String(DOTS_AN_INCH), path, join(folder, 'page'))
    const pictures = readdirSync(folder)
      .filter(name => name.endsWith('.pgm'))
      .sort()
      .map(name => grayOf(readFileSync(join(folder, name))))
    const pages = run('pdftotext', '-raw', '-bbox', path, '-').split('<page ').slice(1)
    return pages.map((page, i) => {
      const picture = pictures[i]
      if (picture === undefined) throw new Error(`page ${i + 1} has no picture`)
      const [width = 0, height = 0] = numbersOf(/width="([\d.]+)" height="([\d.]+)"/.exec(page))
      const words = [...page.matchAll(WORD)].map(match => {
        const [left = 0, top = 0, right = 0, bottom = 0] = numbersOf(match)
        const box = { left, top, right, bottom }
        return { ...box, text: unescaped(match[5] ?? ''), darkest: darkestIn(picture, box) }
      })
      return { width, height, words, ink: inkOf(picture) }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const WORD = /<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)<\/word>/g

const numbersOf = (match: RegExpExecArray | RegExpMatchArray | null): readonly number[] =>
  [...(match ?? [])].slice(1, 5).map(Number)

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')

interface Gray {
  readonly width: number
  readonly height: number
  readonly dots: Uint8Array
}

/** A binary PGM of poppler's: three numbers, a line end, a byte a dot. */
function grayOf(pgm: Uint8Array): Gray {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(Buffer.from(pgm.subarray(0, 40)).toString('latin1'))
  if (head === null) throw new Error('no gray picture')
  return { width: Number(head[1]), height: Number(head[2]), dots: pgm.subarray(head[0].length) }
}

function darkestIn({ width, height, dots }: Gray, { left, top, right, bottom }: Box): number {
  let darkest = 255
  for (let y = Math.max(0, Math.floor(top * SCALE)); y < Math.min(height, bottom * SCALE); y += 1)
    for (let x = Math.max(0, Math.floor(left * SCALE)); x < Math.min(width, right * SCALE); x += 1)
      darkest = Math.min(darkest, dots[y * width + x] ?? 255)
  return darkest
}

function inkOf({ width, height, dots }: Gray): Box | null {
  const box = { left: width, top: height, right: -1, bottom: -1 }
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((dots[y * width + x] ?? 255) < INK) {
        box.left = Math.min(box.left, x)
        box.right = Math.max(box.right, x)
        box.top = Math.min(box.top, y)
        box.bottom = y
      }
  if (box.right < 0) return null
  return {
    left: box.left / SCALE,
    top: box.top / SCALE,
    right: (box.right + 1) / SCALE,
    bottom: (box.bottom + 1) / SCALE,
  }
}

/** Without any space: a narrow column breaks a word where it likes. */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '')

/** Points: what comes nearer to the edge, some printers cut off. */
const NEAREST_EDGE = 28
/** Points, of a word's box: letters of about 9 points. */
const SMALLEST_WORD = 10.5
/** Of 255: still dark when a tired printer prints it. */
const PALEST = 110
/** Points: the lower margin, in which the page is numbered. */
const FOOT = 48
/** Of a page's height: less on the last page is a line or two that was left over. */
const LEAST_ON_LAST = 0.2

/** What is wrong with how it looks, in words; nothing where it is well. */
export function faultsOf(pages: readonly PaperPage[]): readonly string[] {
  const last = pages.at(-1)
  const lowest = last ? Math.max(0, ...ownWords(last).map(each => each.bottom)) : 0
  const isLeftOver = pages.length > 1 && last !== undefined && lowest < last.height * LEAST_ON_LAST
  return [
    ...(pages.length === 0 ? ['no page'] : []),
    ...pages.flatMap((page, i) => faultsOfPage(page).map(fault => `page ${i + 1}: ${fault}`)),
    ...(isLeftOver ? ['hardly anything is on the last page'] : []),
  ]
}

/** Without what runs along the foot of every page. */
export const ownWords = ({ height, words }: PaperPage): readonly PaperWord[] =>
  words.filter(each => each.top < height - FOOT)

function faultsOfPage({ width, height, words, ink }: PaperPage): readonly string[] {
  if (ink === null) return ['empty']
  const near = [ink.left, ink.top, width - ink.right, height - ink.bottom].some(each => each < NEAREST_EDGE)
  const pale = words.filter(each => each.darkest > PALEST && /\w/.test(each.text))
  const small = words.filter(each => each.bottom - each.top < SMALLEST_WORD && /\w/.test(each.text))
  return [
    ...(near ? [`ink at ${JSON.stringify(ink)}, too near to the edge`] : []),
    ...pale.map(each => `${each.text} is pale: ${each.darkest}`),
    ...small.map(each => `${each.text} is small: ${each.bottom - each.top}`),
  ]
}
