import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#ui/words/messages.ts'
import { ariaLocales, KEPT_LOCALES } from '../../../electron/build/aria-locales.ts'

const load = (id: string): unknown => {
  const plugin = ariaLocales()
  return typeof plugin.load === 'function' ? Reflect.apply(plugin.load, {}, [id]) : undefined
}

describe("react-aria's own words", () => {
  it('stay for every language of the app', () => {
    const kept = [...KEPT_LOCALES].map(locale => locale.slice(0, 2)).sort()
    expect(kept).toEqual([...LANGUAGES].sort())
  })

  it('are left out for every other language', () => {
    const folder = '/home/a/node_modules/react-aria/dist/private/intl/combobox'
    expect(load(`${folder}/de-DE.mjs`)).toBe('export default {}')
    expect(load(`${folder}/fr-FR.mjs`)).toBe(null)
    expect(load('/home/a/src/ui/intl/x/de-DE.mjs')).toBe(null)
  })
})
