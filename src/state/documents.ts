/** The papers of newcomers as screens show them: each once with its earlier versions, and what runs out soon. */
import { type DocumentFile, documentFile } from '#domain/attachment.ts'
import { byOrder } from '#domain/budget-actual.ts'
import type { IsoDate } from '#domain/dates.ts'
import {
  byExpiry,
  type DocumentVersions,
  documentVersions,
  type Expiry,
  expiryOf,
  personDocument,
} from '#domain/document.ts'
import { groupedBy } from '#domain/grouped.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { isClosed, task } from '#domain/task.ts'
import type { Live } from './live.ts'
import { tasksAbout } from './task-links.ts'

const NO_FILES: readonly DocumentFile[] = []

/** In their order. The same list while no picture changed. */
export const filesOfDocument = (live: Live, of: RecordId): readonly DocumentFile[] =>
  live
    .derive('files by document', [documentFile], () =>
      groupedBy(live.records(documentFile).toSorted(byOrder), each => each.document),
    )
    .get(of) ?? NO_FILES

const allVersions = (live: Live): readonly DocumentVersions[] =>
  live.derive('document versions', [personDocument], () =>
    documentVersions(live.records(personDocument)).toSorted(byExpiry),
  )

/** Those that run out first on top. */
export const documentsOf = (live: Live, person: RecordId): readonly DocumentVersions[] =>
  live.derive(`documents of ${person}`, [personDocument], () =>
    allVersions(live).filter(each => each.current.people.includes(person)),
  )

export interface ExpiringDocument {
  readonly id: RecordId
  /** The first of those whose it is; null: nobody is named. */
  readonly person: RecordId | null
  readonly expires: IsoDate
  readonly expiry: Exclude<Expiry, { readonly kind: 'none' }>
  /** A task about it is open. */
  readonly hasTask: boolean
}

/** Papers within 90 days of their end or past it, which no newer version stands in for; the most pressing first. */
export const expiringDocuments = (live: Live, today: IsoDate): readonly ExpiringDocument[] =>
  live.derive(`expiring documents ${today}`, [personDocument, task], () =>
    allVersions(live).flatMap(({ current: { id, people, dates } }) => {
      const expiry = expiryOf(dates.expires, today)
      if (dates.expires === null || expiry.kind === 'none') return []
      if (expiry.kind === 'valid' && expiry.within === null) return []
      const hasTask = tasksAbout(live, id).some(each => !isClosed(each))
      return [{ id, person: people[0] ?? null, expires: dates.expires, expiry, hasTask }]
    }),
  )
