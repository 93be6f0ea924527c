/**
 * The copy of everything held about a person holds everything: every kind of record is gone through, every id in it is
 * said to refer to something, and every text of every kind that is about a person must stand on the copy.
 */
import { describe, expect, it } from 'vitest'
import { allKinds } from '#domain/kinds.ts'
import type { RecordKind, RecordOf } from '#domain/record-kind.ts'
import { demoHousehold } from '#state/demo-household.ts'
import { heldAbout, heldKinds, heldText, heldValues } from '#state/held/held-about.ts'
import type { HeldSay } from '#state/held/held-words.ts'
import type { Live } from '#state/live.ts'
import { journeyWords } from '../../support/journey/words.ts'
import { openDesk } from '../../support/state/desk.ts'
import { filledRecord, idPaths } from '../../support/state/filled-record.ts'

/** What each id of each kind refers to: a kind's name, or one that is no record of the household's. */
const REFERS: Readonly<Record<string, string>> = {
  'arrival.sponsorship': 'sponsorship',
  'support-unit.sponsorship': 'sponsorship',
  'person.sponsorship': 'sponsorship',
  'person.arrival': 'arrival',
  'person.unit': 'support-unit',
  'majority.person': 'person',
  'majority-answer.sponsorship': 'sponsorship',
  'person-private.person': 'person',
  'statement.account': 'account',
  'line.sponsorship': 'sponsorship',
  'entry.account': 'account',
  'entry.money.splits.line': 'line',
  'entry.money.splits.unit': 'support-unit',
  'entry.money.toAccount': 'account',
  'entry.bankRows': 'bank row',
  'entry.importBatch': 'import-batch',
  'entry.reconciled': 'statement',
  'entry.owedTo': 'member',
  'entry.settledBy': 'entry',
  'entry.occurrence.recurring': 'recurring',
  'receiptFile.entry': 'entry',
  'recurring.account': 'account',
  'recurring.money.splits.line': 'line',
  'recurring.money.splits.unit': 'support-unit',
  'recurring.money.toAccount': 'account',
  'recurring.writtenFor': 'lease',
  'recurring-occurrence.recurring': 'recurring',
  'import-batch.account': 'account',
  'import-batch.leftOutRows': 'bank row',
  'payee-rule.line': 'line',
  'two-payments.first': 'entry',
  'two-payments.second': 'entry',
  'coded-name.account': 'account',
  'support-minimum.sponsorship': 'sponsorship',
  'support-minimum.unit': 'support-unit',
  'report-notes.sponsorship': 'sponsorship',
  'whom-to-call.sponsorship': 'sponsorship',
  'whom-to-call.contact': 'contact',
  'after-support-line.sponsorship': 'sponsorship',
  'after-support-line.unit': 'support-unit',
  'task.sponsorship': 'sponsorship',
  'task.due.arrival': 'arrival',
  'task.due.lease': 'lease',
  'task.owner': 'member',
  'task.helpers': 'member',
  'task.links.id': 'person',
  'check-item.task': 'task',
  'absence.member': 'member',
  'member-check.member': 'member',
  'interpreter-wishes.person': 'person',
  'interpreter-wishes.never': 'contact',
  'entry.item': 'household-item',
  'household-item.sponsorship': 'sponsorship',
  'household-item.assigned': 'member',
  'household-item.stop': 'delivery-stop',
  'delivery-run.sponsorship': 'sponsorship',
  'delivery-run.driver': 'member',
  'delivery-stop.run': 'delivery-run',
  'home.sponsorship': 'sponsorship',
  'home.owner': 'member',
  'home-contact.home': 'home',
  'home-contact.by': 'member',
  'home-search.sponsorship': 'sponsorship',
  'home-search.units': 'support-unit',
  'home-search-money.sponsorship': 'sponsorship',
  'lease.sponsorship': 'sponsorship',
  'lease.home': 'home',
  'home.viewing': 'appointment',
  'home-check.home': 'home',
  'home-paper.home': 'home',
  'home-paper.by': 'member',
  'home-photo.home': 'home',
  'item-photo.item': 'household-item',
  'appointment.sponsorship': 'sponsorship',
  'appointment.attending': 'person',
  'appointment.members': 'member',
  'appointment.splitFrom': 'appointment',
  'appointment-exception.appointment': 'appointment',
  'appointment-exception.attending': 'person',
  'appointment-exception.members': 'member',
  'slot.appointment': 'appointment',
  'slot.standsFor': 'slot',
  'slot.filledBy.id': 'member',
  'appointment-private.appointment': 'appointment',
  'document.people': 'person',
  'document.replaces': 'document',
  'document-file.document': 'document',
  'consent.person': 'person',
  'consent.notedBy': 'member',
  'consent.withdrawn.notedBy': 'member',
  'consent-place.consent': 'consent',
}

/** Kinds that name something of the household's and say nothing about anybody in it. */
const NOT_ABOUT: Readonly<Record<string, string>> = {
  home: 'tells of a building and a landlord; who goes to see it stands on the appointment, which is on the copy',
  'two-payments': 'says of two entries, each on the copy, that they are two',
}

/** Texts that are on no copy, and why. */
const NOT_TOLD: Readonly<Record<string, string>> = {
  'entry.payee': 'the bank’s text leaves the Money compartment on no paper; the copy says that it is kept',
  'entry.note': 'may name others; the copy says that it is kept',
  'recurring.payee': 'as of an entry',
  'recurring.note': 'as of an entry',
  'receiptFile.name': 'as telling as the bank’s text',
  'sponsorship.communityKey': 'a key of a data file',
  'task.seedKey': 'a key of a data file, told as the task’s words',
  'appointment-private.imported.print': 'a fingerprint of a file',
}

const say: HeldSay = {
  t: (id, values = {}) => [id, ...Object.values(values)].join(' '),
  date: date => date,
  month: month => month,
  time: time => time,
  money: cents => String(cents),
  number: value => String(value),
  list: items => items.join(', '),
}
const ALL = ['team', 'money', 'care'] as const

/** One record of each kind that is about the person, with something in every field. */
function filledHousehold(kinds: readonly RecordKind[]) {
  const filled = kinds.map(kind => filledRecord(kind, `the ${kind.kind}`, path => `the ${REFERS[path]}`))
  const byKind = new Map(kinds.map((kind, i) => [kind.kind, filled[i]?.record]))
  const live: Live = {
    records: <K extends RecordKind>(kind: K) => [byKind.get(kind.kind)].filter(Boolean) as RecordOf<K>[],
    get: <K extends RecordKind>(kind: K, id: string) => {
      const known = byKind.get(kind.kind)
      return known?.id === id ? (known as RecordOf<K>) : undefined
    },
    trash: () => [],
    derive: (_name, _kinds, compute) => compute(undefined),
    revision: () => 0,
    subscribe: () => () => undefined,
  }
  const texts = new Map(filled.flatMap(each => [...each.texts]))
  return { live, texts }
}

const copyOf = (live: Live, id: string, readable: readonly ('team' | 'money' | 'care')[] = ALL) => {
  const copy = heldAbout({ live, today: '2026-11-23', readable, say }, id)
  if (copy === null) throw new Error('nobody')
  return { copy, text: heldText(copy, say) }
}

describe('everything held about a person', () => {
  it('knows to what every id of every kind refers', () => {
    // A new kind or field: say here what it refers to; if that is a person or something of theirs, gather it.
    expect(allKinds.flatMap(idPaths).filter(path => !(path in REFERS))).toEqual([])
  })

  it('gathers every kind that refers to a person, or to something of theirs', () => {
    const about = new Set(['person', 'support-unit'])
    for (let before = 0; before !== about.size; ) {
      before = about.size
      for (const kind of allKinds)
        if (!(kind.kind in NOT_ABOUT) && idPaths(kind).some(path => about.has(REFERS[path] ?? '')))
          about.add(kind.kind)
    }
    const held = new Set(heldKinds.map(each => each.kind as string))
    expect([...about].filter(kind => !held.has(kind))).toEqual([])
    expect(about.size).toBeGreaterThan(15)
  })

  it('holds every text of every one of those kinds, or there is a reason why not', () => {
    const extra = allKinds.filter(each => each.kind === 'line' || each.kind === 'member')
    const { live, texts } = filledHousehold([...heldKinds, ...extra])
    const { text } = copyOf(live, 'the person')
    const untold = [...texts].filter(([path, each]) => !text.includes(each) && !(path in NOT_TOLD))
    const ofOthers = (path: string) => /^(line|member)\./.test(path)
    expect(untold.map(([path]) => path).filter(path => !ofOthers(path))).toEqual([])
    for (const path of Object.keys(NOT_TOLD)) expect(text).not.toContain(`text of ${path}`)
    expect(texts.size).toBeGreaterThan(50)
  })

  it('says what this laptop cannot read, and nothing where it reads all', () => {
    const { live } = filledHousehold([...heldKinds])
    expect(copyOf(live, 'the person').copy.unread).toEqual([])
    expect(copyOf(live, 'the person', ['team']).copy.unread).toEqual([
      'papers.held.unread.money',
      'papers.held.unread.care',
    ])
    expect(copyOf(live, 'the person', ['team']).text).toContain('papers.held.unread.care')
  })
})

describe('the copy of somebody in the demo household', () => {
  const copies = async (language: 'en' | 'fr') => {
    const desk = await openDesk({ today: '2026-11-23' })
    const input = { today: '2026-11-23', now: 1_795_000_000_000, memberId: 'robin', language }
    expect((await desk.store.commit({ command: 'demo', ops: demoHousehold(input) })).ok).toBe(true)
    const { t } = journeyWords(language)
    const words = { ...say, t }
    return (id: string) => {
      const copy = heldAbout({ live: desk.live, today: '2026-11-23', readable: ALL, say: words }, id)
      if (copy === null) throw new Error('nobody')
      return { copy, text: heldText(copy, words), values: heldValues(copy).join('\n') }
    }
  }

  it('has theirs and their household’s, and nothing that is another’s alone', async () => {
    const copy = await copies('en')
    const [first, third] = [copy('demo-person-A1'), copy('demo-person-A3')]
    expect(first.text).toContain('DEMO-000-101')
    expect(first.text).toContain('DEMO 4417 001')
    expect(first.text).toContain('One picture of the kitchen, no faces.')
    expect(first.text).toContain('Newsletter, spring')
    expect(first.text).toContain('Class')
    expect(third.text).not.toContain('DEMO-000-101')
    expect(third.text).not.toContain('Newsletter')
    expect(third.text).not.toMatch(/\bC1\b/)
    // Rent of the first unit is not the second's.
    expect(copy('demo-person-A1').copy.sections.at(-1)?.items.length).toBeGreaterThan(
      third.copy.sections.at(-1)?.items.length ?? 0,
    )
    expect(first.values).not.toMatch(/INTERAC|NORTHERN BEDS|HYDRO/)
  })

  it('is all in French where French is chosen', async () => {
    const { text, copy } = (await copies('fr'))('demo-person-A1')
    expect(text).toContain('Bulletin du printemps')
    expect(text).toContain('Une photo de la cuisine, sans visages.')
    expect(copy.sections.map(each => each.title).join()).not.toMatch(/[Pp]apers\.|Money|Appointments/)
  })
})
