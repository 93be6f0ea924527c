/** The words of the screen and of the paper in one language, read from where the app has them, so that none is typed twice. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Messages } from '@lingui/core'
import { createWords } from '#ui/words/create-words.ts'
import type { Language } from '#ui/words/messages.ts'
import { compilePo } from '../../../electron/build/po-messages.ts'

const LOCALES = resolve(import.meta.dirname, '../../../resources/locales')

export interface JourneyWords {
  readonly language: Language
  /** On the screen, by message id. */
  readonly t: (id: string, values?: Readonly<Record<string, string | number>>) => string
  /** On paper, by id of the report's own texts. */
  readonly paper: (id: string) => string
  /** As it stands on the screen and on paper, with plain spaces. */
  readonly money: (cents: number) => string
  /** As the report writes a day. */
  readonly day: (date: string) => string
}

export function journeyWords(language: Language): JourneyWords {
  const files = readdirSync(LOCALES).filter(name => name.endsWith(`.${language}.po`))
  const compiled = files.map(name => compilePo(readFileSync(join(LOCALES, name), 'utf8')))
  const words = createWords(language, Object.assign({}, ...compiled) as Messages, () => '2026-01-01')
  const texts = JSON.parse(readFileSync(join(LOCALES, `report-paper/${language}.json`), 'utf8')) as Record<
    string,
    unknown
  >
  return {
    language,
    t(id, values) {
      const text = words.t(id, values)
      if (text === id) throw new Error(`no message ${id}`)
      return text
    },
    paper(id) {
      const text = texts[id]
      if (typeof text !== 'string') throw new Error(`no text ${id} on paper`)
      return text
    },
    money: cents => plainSpaces(words.money(cents)),
    day: date => plainSpaces(words.date(date, 'long')),
  }
}

/** Which kind of space stands in an amount is the platform's choice. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, ' ').trim()
