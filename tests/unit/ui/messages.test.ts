/** Every message that a screen asks for exists in both languages, and every message that exists is asked for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PO from 'pofile'
import { describe, expect, it } from 'vitest'
import { shippedHouseholdList } from '#domain/household-list.ts'
import { leaseTaskKeys } from '#domain/lease.ts'
import { planPapers, planRoles, shippedSettlementPlan } from '#domain/settlement-plan.ts'
import { taskAreas, taskPhases } from '#domain/task.ts'
import holidays from '#resources/calendar/holidays.json'

const ROOT = join(import.meta.dirname, '../../..')
const LOCALES = join(ROOT, 'resources/locales')
const AREAS = [
  'common',
  'setup',
  'money',
  'import',
  'reports',
  'today',
  'settings',
  'lock',
  'plan',
  'calendar',
  'people',
  'papers',
  'after',
  'housing',
  'recurring',
  'allowance',
  'things',
]

interface Message {
  readonly id: string
  readonly text: string
  readonly file: string
}

function messagesOf(language: string): readonly Message[] {
  return AREAS.flatMap(area => {
    const file = `${area}.${language}.po`
    return PO.parse(readFileSync(join(LOCALES, file), 'utf8')).items.map(item => ({
      id: item.msgid,
      text: item.msgstr[0] ?? '',
      file,
    }))
  })
}

const sources = ['src/ui', 'src/app', 'src/state'].flatMap(folder =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path))
    .map(path => readFileSync(join(ROOT, folder, path), 'utf8')),
)

/** Ids written out, and beginnings of those whose last piece is a variable: `` `common.figure.${status}` ``. */
const AREA_PATTERN = AREAS.join('|')
const inSources = sources.flatMap(text =>
  [...text.matchAll(new RegExp(`['"\`]((?:${AREA_PATTERN})(?:\\.[a-z0-9-]+)+)['"\`]`, 'g'))].map(
    match => match[1] ?? '',
  ),
)
/** Ids that data files and records ask for by their keys. */
const inData = [
  ...holidays.data.rules.map(each => `plan.holiday.${each.key}`),
  ...shippedSettlementPlan().data.items.flatMap(({ key }) => [`plan.item.${key}`, `plan.item.${key}.note`]),
  ...leaseTaskKeys.flatMap(key => [`plan.item.${key}`, `plan.item.${key}.note`]),
  ...taskAreas.filter(area => area !== '').map(area => `plan.area.${area}`),
  ...taskPhases.filter(phase => phase !== '').map(phase => `plan.phase.${phase}`),
  ...planRoles.map(role => `plan.who.${role}`),
  ...planPapers.map(paper => `plan.paper.${paper}`),
  ...shippedHouseholdList().data.items.map(each => `things.item.${each.key}`),
]
const writtenIds = new Set([...inSources, ...inData])
const beginnings = [
  ...new Set(
    sources.flatMap(text =>
      [...text.matchAll(new RegExp(`\`((?:${AREA_PATTERN})\\.(?:[a-z0-9-]+\\.)*)\\$\\{`, 'g'))].map(
        match => match[1] ?? '',
      ),
    ),
  ),
]

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map(match => match[1] ?? ''))].sort()

const en = messagesOf('en')
const fr = messagesOf('fr')
const frById = new Map(fr.map(message => [message.id, message]))
const enIds = new Set(en.map(message => message.id))

describe('messages', () => {
  it('exist in English for every id that the source asks for', () => {
    expect([...writtenIds].filter(id => !enIds.has(id))).toEqual([])
  })

  it('exist for every beginning that the source completes with a variable', () => {
    expect(beginnings.filter(beginning => !en.some(message => message.id.startsWith(beginning)))).toEqual([])
  })

  it('are all asked for somewhere', () => {
    const used = (id: string) => writtenIds.has(id) || beginnings.some(beginning => id.startsWith(beginning))
    expect(en.filter(message => !used(message.id)).map(message => message.id)).toEqual([])
  })

  it('exist in French exactly where they exist in English', () => {
    expect(en.filter(message => !frById.has(message.id)).map(message => message.id)).toEqual([])
    expect(fr.filter(message => !enIds.has(message.id)).map(message => message.id)).toEqual([])
  })

  it('are translated, once each, in the file of their area', () => {
    for (const messages of [en, fr]) {
      expect(messages.filter(message => message.text === '').map(message => message.id)).toEqual([])
      const ids = messages.map(message => message.id)
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
      expect(messages.filter(message => !message.file.startsWith(`${message.id.split('.')[0]}.`))).toEqual([])
    }
  })

  it('have the same placeholders in both languages', () => {
    const differing = en.filter(message => {
      const french = frById.get(message.id)
      return french && placeholders(message.text).join() !== placeholders(french.text).join()
    })
    expect(differing.map(message => message.id)).toEqual([])
  })

  it('never call a person a client or a case', () => {
    const telling = [...en, ...fr].filter(message =>
      /\b(client|clients|beneficiar(y|ies)|bénéficiaires?)\b/i.test(message.text),
    )
    expect(telling.map(message => message.id)).toEqual([])
  })

  it('set French punctuation as Canada does: a no-break space before a colon and inside quotes, none before ; ! ?', () => {
    const loose = fr.filter(message => / [:»]|« |[\s\u00a0\u202f][;!?]/.test(message.text))
    expect(loose.map(message => message.id)).toEqual([])
  })
})
