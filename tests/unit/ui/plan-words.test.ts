/** The words of the settlement plan, which end up on lists, in calendars and on paper: they tell nothing about anybody. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PO from 'pofile'
import { describe, expect, it } from 'vitest'
import { findTellingWords } from '#domain/telling-words.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const items = (language: 'en' | 'fr') =>
  PO.parse(
    readFileSync(join(import.meta.dirname, `../../../resources/locales/plan.${language}.po`), 'utf8'),
  ).items.filter(item => item.msgid.startsWith('plan.item.'))

describe.each(['en', 'fr'] as const)('the words of the plan in %s', language => {
  it('hold none of the telling words, neither in titles nor in notes', () => {
    const telling = items(language).flatMap(item =>
      findTellingWords(shippedRates()['telling-words'], item.msgstr[0] ?? '').map(
        hit => `${item.msgid}: ${hit.text}`,
      ),
    )
    expect(items(language).length).toBeGreaterThan(100)
    expect(telling).toEqual([])
  })

  it('fit in the title and note of a task', () => {
    for (const { msgid, msgstr } of items(language))
      expect((msgstr[0] ?? '').length, msgid).toBeLessThanOrEqual(msgid.endsWith('.note') ? 400 : 80)
  })
})
