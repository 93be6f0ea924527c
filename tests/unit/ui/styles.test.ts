/** The style sheets hold together: names exist, tokens exist, colours live in one file, and contrast is enough. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const UI = join(import.meta.dirname, '../../../src/ui')
const files = readdirSync(UI, { recursive: true, encoding: 'utf8' })
const read = (path: string): string => readFileSync(join(UI, path), 'utf8')
const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '')
const styles = files.filter(path => path.endsWith('.css'))
const tokens = withoutComments(read('tokens.css'))

describe('style sheets', () => {
  it('have every class that a component names', () => {
    const missing: string[] = []
    for (const path of files.filter(file => file.endsWith('.tsx') || file.endsWith('.ts'))) {
      const source = read(path)
      const module = /import css from '(\.[^']+\.module\.css)'/.exec(source)?.[1]
      if (!module) continue
      const sheet = join(dirname(path), module)
      const defined = new Set(
        [...withoutComments(read(sheet)).matchAll(/\.([a-zA-Z][\w-]*)/g)].map(match => match[1]),
      )
      for (const call of source.matchAll(/\bc\(((?:[^()]|\([^()]*\))*)\)/g)) {
        // What is compared with (`look === 'plain'`) or passed to something called inside is no class name.
        const names = (call[1] ?? '').replace(/[!=]==? '[^']*'/g, '').replace(/\w\([^()]*\)/g, '')
        for (const name of names.matchAll(/'([^']+)'/g))
          if (!defined.has(name[1])) missing.push(`${basename(path)}: ${name[1]}`)
      }
    }
    expect(missing).toEqual([])
  })

  it('use only tokens that exist', () => {
    const defined = new Set([...tokens.matchAll(/(--[\w-]+):/g)].map(match => match[1]))
    defined.add('--trigger-width') // react-aria sets it on a popover
    // The paper sets the running lines of its pages, in the report's language.
    for (const name of ['foot', 'mark', 'page', 'of', 'end']) defined.add(`--report-${name}`)
    for (const name of ['foot', 'number']) defined.add(`--sheet-${name}`)
    const unknown = styles.flatMap(path =>
      [...withoutComments(read(path)).matchAll(/var\((--[\w-]+)/g)]
        .filter(match => !defined.has(match[1]))
        .map(match => `${path}: ${match[1]}`),
    )
    expect(unknown).toEqual([])
  })

  it('write colours in the token file only, apart from black and white on paper', () => {
    const coloured = styles.filter(
      path =>
        path !== 'tokens.css' &&
        /#(?!(?:000000|ffffff)\b)[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(withoutComments(read(path))),
    )
    expect(coloured).toEqual([])
  })

  it('place things by start and end, never by left and right', () => {
    const physical =
      /(?:^|[\s;{])(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?:^|[\s;{])(?:left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:/m
    expect(
      styles.filter(path => physical.test(withoutComments(read(path)).replace(/@media[^{]*\{/g, '{'))),
    ).toEqual([])
  })

  it('ship every font file that they name', () => {
    const named = [...read('fonts.css').matchAll(/url\("([^"]+)"\)/g)].map(match => join(UI, match[1] ?? ''))
    expect(named.length).toBe(4)
    expect(named.filter(path => !existsSync(path))).toEqual([])
  })
})

function tokenColour(name: string, theme: 'light' | 'dark'): string {
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens)
  const colour = match?.[theme === 'light' ? 1 : 2]
  if (!colour) throw new Error(`no colour ${name}`)
  return colour
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** [what, on what, at least] */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['ink', 'ink-soft', 'ink-muted', 'link', 'ok', 'warn', 'danger', 'info', 'pine'].flatMap(ink =>
    ['paper', 'surface', 'sunk', 'raised', 'hover'].map(ground => [ink, ground, 4.5] as const),
  ),
  ...['ok', 'warn', 'danger', 'info', 'pine'].flatMap(kind => [
    [kind, `${kind}-soft`, 4.5] as const,
    ['ink', `${kind}-soft`, 4.5] as const,
  ]),
  ['ink-muted', 'pine-soft', 4.5],
  ['ink', 'lamp-soft', 4.5],
  ['pine', 'lamp-soft', 4.5],
  ['on-pine', 'pine', 4.5],
  ['on-pine', 'pine-strong', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-strong', 4.5],
  ...['line-strong', 'focus'].flatMap(line =>
    ['paper', 'surface', 'sunk'].map(ground => [line, ground, 3] as const),
  ),
]

describe('colours', () => {
  it.each(['light', 'dark'] as const)('can be read in the %s theme', theme => {
    const weak = PAIRS.map(([what, ground, least]) => ({
      pair: `${what} on ${ground}`,
      contrast: contrast(tokenColour(what, theme), tokenColour(ground, theme)),
      least,
    })).filter(pair => pair.contrast < pair.least)
    expect(weak).toEqual([])
  })
})
