/** A paper in words: what it is called, and how long it is good for. */
import { useMemo } from 'react'
import type { IsoDate } from '#domain/dates.ts'
import { type Expiry, expiryOf, type PersonDocument } from '#domain/document.ts'
import type { TagTone } from '../../parts/StatusTag.tsx'
import { useWords } from '../../words/use-words.ts'

export interface DocumentWords {
  name(of: Pick<PersonDocument, 'kind' | 'title'>): string
  /** Null: nothing to say, because it has no end or there is time. */
  expiry(expiry: Expiry): { readonly text: string; readonly tone: TagTone } | null
  expiryOn(expires: IsoDate | null): ReturnType<DocumentWords['expiry']>
}

export function useDocumentWords(): DocumentWords {
  const { t, today } = useWords()
  return useMemo(() => {
    const expiry: DocumentWords['expiry'] = of => {
      if (of.kind === 'none') return null
      if (of.kind === 'expired') return { text: t('papers.expired', { count: of.days }), tone: 'danger' }
      if (of.within === null) return null
      return {
        text: of.days === 0 ? t('papers.expires-today') : t('papers.expires-in', { count: of.days }),
        tone: of.within === 7 ? 'danger' : of.within === 30 ? 'warn' : 'info',
      }
    }
    return {
      name: of => of.title || t(`papers.kind.${of.kind}`),
      expiry,
      expiryOn: expires => expiry(expiryOf(expires, today())),
    }
  }, [t, today])
}

/** The last letters of a number, so that two papers can be told apart while it is masked; none of a short one. */
export const maskedNumber = (number: string): string =>
  `••••${number.length >= 8 ? `\u00a0${number.slice(-3)}` : ''}`
