/**
 * Everything held about one person, in plain words of a chosen language: what the group keeps in every compartment that
 * this laptop reads, and which it does not read. Made for the person, who may see and correct all of it.
 *
 * A kind of record that refers to a person must be gathered here; `tests/unit/state/held-about.test.ts` goes through all
 * kinds and fails for one that is not.
 */
import { contact } from '#domain/contact.ts'
import { person, supportUnit } from '#domain/household.ts'
import { kinds } from '#domain/kinds.ts'
import { line } from '#domain/line.ts'
import { member } from '#domain/member.ts'
import type { Compartment, RecordId } from '#domain/record-kind.ts'
import type { Live } from '../live.ts'
import { careSections } from './held-care.ts'
import { moneySection } from './held-money.ts'
import { type HeldScope, type HeldSectionId, heldSectionIds } from './held-scope.ts'
import { teamSections } from './held-team.ts'
import type { HeldItem, HeldNames, HeldSay } from './held-words.ts'

export interface HeldSection {
  readonly id: HeldSectionId
  readonly title: string
  readonly intro: string
  readonly items: readonly HeldItem[]
}

export interface HeldCopy {
  /** The code label. */
  readonly who: string
  readonly madeOn: string
  readonly sections: readonly HeldSection[]
  /** In words; empty: this laptop reads all of it. */
  readonly unread: readonly string[]
}

export interface HeldInput {
  readonly live: Live
  readonly today: string
  /** Those that this laptop can read. */
  readonly readable: readonly Compartment[]
  readonly say: HeldSay
}

const compartments = ['team', 'money', 'care'] as const

/** Kinds of which something is gathered. Whatever refers to a person, or to something of theirs, is among them. */
export const heldKinds = [
  kinds.person,
  kinds.personPrivate,
  kinds.interpreterWishes,
  kinds.majority,
  kinds.sponsorship,
  kinds.arrival,
  kinds.supportUnit,
  kinds.homeSearch,
  kinds.homeSearchMoney,
  kinds.appointment,
  kinds.appointmentException,
  kinds.appointmentPrivate,
  kinds.slot,
  kinds.task,
  kinds.checkItem,
  kinds.document,
  kinds.documentFile,
  kinds.consent,
  kinds.consentPlace,
  kinds.supportMinimum,
  kinds.afterSupportLine,
  kinds.recurring,
  kinds.recurringOccurrence,
  kinds.entry,
  kinds.receiptFile,
] as const

/** The same, worked out once for each change of what it is made of. */
export function heldCopy(input: HeldInput, id: RecordId): HeldCopy | null {
  const { live, today, readable, say } = input
  const name = `held ${id} ${today} ${readable.join(' ')}`
  return live.derive(name, [...heldKinds, member, contact, line], () => heldAbout(input, id), [say])
}

/** Null: the person is there no more. */
export function heldAbout({ live, today, readable, say }: HeldInput, id: RecordId): HeldCopy | null {
  const of = live.get(person, id)
  if (!of) return null
  const names = namesIn(live, say)
  const scope: HeldScope = { live, today, of, names }
  const sections = [...teamSections(scope), ...careSections(scope), moneySection(scope)]
  return {
    who: of.label,
    madeOn: say.date(today, 'long'),
    sections: heldSectionIds.map(section => ({
      id: section,
      title: say.t(`papers.held.section.${section}`),
      intro: say.t(`papers.held.section-intro.${section}`),
      items: sections.filter(each => each.id === section).flatMap(each => each.items),
    })),
    unread: compartments
      .filter(each => !readable.includes(each))
      .map(each => say.t(`papers.held.unread.${each}`)),
  }
}

function namesIn(live: Live, say: HeldSay): HeldNames {
  const labels = new Map(
    [...live.records(person), ...live.records(supportUnit)].map(each => [each.id, each.label]),
  )
  const lines = new Map(live.records(line).map(each => [each.id, each]))
  const members = new Map(live.records(member).map(each => [each.id, each.name]))
  const contacts = new Map(live.records(contact).map(each => [each.id, each.name || each.organization]))
  return {
    ...say,
    contact: id => contacts.get(id) || say.t('calendar.somebody'),
    member: id => members.get(id) || say.t('plan.member.unnamed'),
    label: id => labels.get(id) ?? '–',
    line: id => {
      const known = lines.get(id)
      if (!known) return say.t('money.unsorted')
      return known.name || (known.key === '' ? say.t('money.line.unnamed') : say.t(`money.line.${known.key}`))
    },
  }
}

/** The copy as plain text, as it is saved. Lines end as every editor takes them. */
export function heldText(copy: HeldCopy, { t }: Pick<HeldSay, 't'>): string {
  const lines: string[] = [
    t('papers.held.title', { who: copy.who }),
    t('papers.held.made-on', { date: copy.madeOn }),
    '',
    t('papers.held.intro'),
  ]
  for (const { title, intro, items } of copy.sections) {
    lines.push('', '', title.toLocaleUpperCase(), intro)
    if (items.length === 0) lines.push('', t('papers.held.nothing'))
    for (const item of items) lines.push('', ...itemLines(item, ''))
  }
  if (copy.unread.length > 0) lines.push('', '', t('papers.held.unread'), ...copy.unread)
  lines.push('', '', t('papers.held.correct-title').toLocaleUpperCase(), t('papers.held.correct'))
  return `${lines.join('\r\n')}\r\n`
}

function itemLines({ title, facts, parts }: HeldItem, indent: string): readonly string[] {
  return [
    ...(title === '' ? [] : [`${indent}${title}`]),
    ...facts.map(({ label, value }) => `${indent}  ${label}: ${value.replaceAll('\n', ' ')}`),
    ...parts.flatMap(part => itemLines(part, `${indent}  `)),
  ]
}

/** Every text that somebody typed or chose, for the scan before it leaves the group. */
export const heldValues = (copy: HeldCopy): readonly string[] =>
  copy.sections.flatMap(({ items }) => items.flatMap(valuesOf))

const valuesOf = ({ title, facts, parts }: HeldItem): readonly string[] => [
  ...(title === '' ? [] : [title]),
  ...facts.map(each => each.value),
  ...parts.flatMap(valuesOf),
]
