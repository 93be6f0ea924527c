/** What a task is about, in words that this laptop may read: what it is called and where it opens, or why not. */
import { useMemo } from 'react'
import { appointment } from '#domain/appointment.ts'
import { consent, consentPlace } from '#domain/consent.ts'
import { personDocument } from '#domain/document.ts'
import { entry } from '#domain/entry.ts'
import { home } from '#domain/home.ts'
import { person } from '#domain/household.ts'
import { line } from '#domain/line.ts'
import type { RecordId, RecordKind, RecordOf } from '#domain/record-kind.ts'
import type { LinkKind } from '#domain/task.ts'
import { compartmentLinked, type TaskLink } from '#domain/task-link.ts'
import { dateOf } from '#domain/wall-clock.ts'
import { canRead } from '#state/compartments.ts'
import type { Live } from '#state/live.ts'
import { stateOfLink } from '#state/task-links.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { useHomeWords } from '../../housing/use-home-words.ts'
import { useLineName } from '../../money/line-name.ts'
import type { IconName } from '../../parts/Icon.tsx'
import { useDocumentWords } from '../../people/papers/use-document-words.ts'
import type { Route } from '../../shell/router.ts'
import { useAmountsHidden } from '../../words/amounts-hidden.ts'
import { useWords } from '../../words/use-words.ts'

export const LINK_ICONS: Readonly<Record<LinkKind, IconName>> = {
  home: 'home',
  person: 'people',
  appointment: 'calendar',
  document: 'file',
  consent: 'check',
  entry: 'money',
  line: 'budget',
}

export interface ThingSaid {
  readonly text: string
  /** A quieter second half: a date, an amount, whose it is. */
  readonly note: string
  readonly route: Route
}

export type LinkSaid =
  | ({ readonly kind: 'here' } & ThingSaid)
  /** Deleted, kept under a key that this laptop has not, or not there. */
  | { readonly kind: 'away'; readonly text: string }

export type ThingWords = (live: Live, id: RecordId) => ThingSaid | null

/** Of each kind; null where there is none of that id to be read. */
export function useThingWords(): Readonly<Record<LinkKind, ThingWords>> {
  const { t, date, list, money, hiddenMoney } = useWords()
  const isHidden = useAmountsHidden()
  const { title } = useHomeWords()
  const papers = useDocumentWords()
  const lineName = useLineName()
  return useMemo(() => {
    const toPerson = (id: RecordId): Route => ({ area: 'people', screen: 'person', id })
    return {
      home: said(home, of => ({
        text: title(of),
        note: of.name === '' ? '' : of.address,
        route: { area: 'housing', screen: 'home', id: of.id },
      })),
      person: said(person, of => ({ text: of.label, note: '', route: toPerson(of.id) })),
      appointment: said(appointment, of => ({
        text: of.title || t('calendar.unnamed'),
        note: date(dateOf(of.time.start), 'weekday'),
        route: { area: 'calendar', screen: 'appointment', id: of.id },
      })),
      document: said(personDocument, (of, live) => ({
        text: papers.name(of),
        note: list(of.people.flatMap(id => live.get(person, id)?.label ?? [])),
        route: toPerson(of.people[0] ?? ''),
      })),
      entry: said(entry, of => ({
        text: of.payee || t('plan.link.kind.entry'),
        note: `${date(of.date)} · ${isHidden ? hiddenMoney : money(of.money.cents)}`,
        route: { area: 'money', screen: 'entry', id: of.id },
      })),
      line: said(line, of => ({
        text: lineName(of),
        note: t(`money.counts-as.${of.countsAs}`),
        route: { area: 'money', screen: 'budget', id: of.id },
      })),
      consent(live, id) {
        const place = live.get(consentPlace, id)
        const of = live.get(consent, place?.consent ?? id)
        if (!of) return null
        return {
          text: place?.place || t(`papers.consent.subject.${of.subject}`),
          note: live.get(person, of.person)?.label ?? '',
          route: toPerson(of.person),
        }
      },
    }
  }, [t, date, list, money, hiddenMoney, isHidden, title, papers, lineName])
}

const said =
  <K extends RecordKind>(kind: K, words: (of: RecordOf<K>, live: Live) => ThingSaid): ThingWords =>
  (live, id) => {
    const of = live.get(kind, id)
    return of ? words(of, live) : null
  }

export function useLinkWords(): (link: TaskLink) => LinkSaid {
  const { t } = useWords()
  const { live, vault } = useGroup()
  useLive(here => here.revision())
  const things = useThingWords()
  const away = (text: string): LinkSaid => ({ kind: 'away', text })
  return link => {
    const words = things[link.kind](live, link.id)
    if (words) return { kind: 'here', ...words }
    switch (stateOfLink(live, of => canRead(vault, of), link)) {
      case 'kept':
        return away(t(compartmentLinked(link.kind) === 'care' ? 'plan.link.in-care' : 'plan.link.in-money'))
      case 'deleted':
        return away(t(`plan.link.deleted.${link.kind}`))
      default:
        return away(t('plan.link.not-here'))
    }
  }
}
