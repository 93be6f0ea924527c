/** What in a text would tell something outside the group: in place under its field, and in the list before saving. */
import type { ReactNode } from 'react'
import { type PlacedHit, shareHitsIn, type TextHit } from '#state/safe-to-share.ts'
import { useLive } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'
import css from './ShareHits.module.css'

const c = classes(css)

type Place = PlacedHit['place']

/** `…moved to [12 Maple Street] in May…` and why it is shown. */
export function HitLine({ placed }: { readonly placed: TextHit }): ReactNode {
  const { t } = useWords()
  const { hit, before, after, isCutBefore, isCutAfter } = placed
  return (
    <>
      {isCutBefore && '…'}
      {before}
      <mark className={c('hit')}>{hit.text}</mark>
      {after}
      {isCutAfter && '…'} ({t(`reports.share.kind.${hit.kind}`)})
    </>
  )
}

/** Nothing while there is nothing to say. What was typed stays; this only shows it. */
export function ShareNotice({ place, text }: { readonly place: Place; readonly text: string }) {
  const { t } = useWords()
  const live = useLive(here => here)
  const hits = text === '' ? [] : shareHitsIn(live, place, text)
  if (hits.length === 0) return null
  return (
    <Notice kind="warn" title={t('reports.share.in-place')}>
      {hits.map(placed => (
        <p key={placed.hit.at}>
          <HitLine placed={placed} />
        </p>
      ))}
    </Notice>
  )
}
