/**
 * Cards for the newcomer: chosen here, looked at, and printed. A language that nobody has reviewed prints only once
 * somebody says that it is for checking, and then says so itself, across the paper.
 */
import { type ReactNode, type Ref, useMemo, useRef, useState } from 'react'
import { person } from '#domain/household.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import type { CardLanguage } from '#domain/phrases.ts'
import type { RecordId } from '#domain/record-kind.ts'
import {
  appointmentCards,
  bookOf,
  type CardChoice,
  cardHits,
  supportCards,
  weekOfCards,
} from '#state/cards.ts'
import type { Live } from '#state/live.ts'
import { useGroup, useLive, useServices } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { PrintedPaper } from '../../parts/PrintedPaper.tsx'
import { HitLine } from '../../reports/ShareHits.tsx'
import { useWords } from '../../words/use-words.ts'
import './card-fonts.css'
import { usePrintSheet } from '../use-print-sheet.ts'
import { CardControls, type CardKind } from './CardControls.tsx'
import { type CardPaper, CardSheets, type CardSize } from './CardSheets.tsx'
import css from './Cards.module.css'
import { useCutOff } from './use-cut-off.ts'

const c = classes(css)

interface CardsDialogProps {
  /** The one that a card is made of; null: those of the coming days. */
  readonly only: Occurrence | null
  readonly onClose: () => void
}

export function CardsDialog({ only, onClose }: CardsDialogProps) {
  const { t, language: screen } = useWords()
  const { tools } = useServices()
  const everybody = useLive(live => live.records(person))
  const [kind, setKind] = useState<CardKind>('cards')
  const [size, setSize] = useState<CardSize>('pocket')
  const [language, setLanguage] = useState<CardLanguage>(screen)
  const [without, setWithout] = useState<ReadonlySet<RecordId>>(new Set())
  const [forChecking, setForChecking] = useState(false)
  const from = tools.today()
  const choice = useMemo<CardChoice>(() => {
    const persons = new Set(everybody.map(each => each.id).filter(id => !without.has(id)))
    return { language, persons, from, only }
  }, [everybody, without, language, from, only])
  const { live } = useGroup()
  const revision = useLive(here => here.revision())
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is another after every change of the group
  const { paper, hits } = useMemo(
    () => ({
      paper: paperOf(live, kind, size, choice),
      hits: kind === 'support' ? [] : cardHits(live, choice),
    }),
    [live, revision, kind, size, choice],
  )
  const book = bookOf(language)
  const isEmpty = paper.kind === 'cards' && paper.cards.length === 0
  const preview = useRef<HTMLElement>(null)
  const isCutOff = useCutOff(preview, paper)
  const { isPrinting, print } = usePrintSheet({
    title: t('calendar.cards.print-title'),
    file: t('calendar.cards.file'),
  })
  const isHeld = book.status === 'draft' && !forChecking
  return (
    <Dialog
      title={t(only === null ? 'calendar.cards.title' : 'calendar.cards.one')}
      isOpen
      onClose={onClose}
      size="large"
      closesOutside
      actions={
        <Button
          kind="primary"
          icon="print"
          disabled={isEmpty || isHeld || isCutOff || isPrinting}
          onPress={() => void print()}
        >
          {t('calendar.cards.print')}
        </Button>
      }
    >
      <CardControls
        kind={only === null ? kind : null}
        size={kind === 'week' ? null : size}
        language={language}
        people={only === null ? everybody : []}
        without={without}
        onKind={setKind}
        onSize={setSize}
        onLanguage={next => {
          setLanguage(next)
          setForChecking(false)
        }}
        onWithout={setWithout}
      />
      {book.status === 'draft' && (
        <Notice kind="warn" title={t('calendar.cards.draft')}>
          <p>{t('calendar.cards.draft-text')}</p>
          <Checkbox
            label={t('calendar.cards.for-checking')}
            checked={forChecking}
            onChange={setForChecking}
          />
        </Notice>
      )}
      {hits.length > 0 && (
        <Notice kind="warn" title={t('calendar.cards.telling')}>
          {hits.map(placed => (
            <p key={`${placed.before} ${placed.hit.text} ${placed.after}`}>
              <HitLine placed={placed} />
            </p>
          ))}
        </Notice>
      )}
      {isCutOff && <Notice kind="warn">{t('calendar.cards.too-long')}</Notice>}
      {isEmpty ? (
        <p>{t(kind === 'support' ? 'calendar.cards.no-end' : 'calendar.cards.none')}</p>
      ) : (
        <>
          <Preview frame={preview}>
            <CardSheets paper={paper} book={book} />
          </Preview>
          <PrintedPaper testId="card-paper">
            {!isHeld && <CardSheets paper={paper} book={book} />}
          </PrintedPaper>
        </>
      )}
    </Dialog>
  )
}

function paperOf(live: Live, kind: CardKind, size: CardSize, choice: CardChoice): CardPaper {
  if (kind === 'week') return { kind, week: weekOfCards(live, choice) }
  const cards = kind === 'cards' ? appointmentCards(live, choice) : supportCards(live, choice)
  return { kind: 'cards', size, cards }
}

function Preview({ frame, children }: { readonly frame: Ref<HTMLElement>; readonly children: ReactNode }) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <section ref={frame} className={c('preview')} tabIndex={0} aria-label={t('calendar.cards.preview')}>
      {children}
    </section>
  )
}
