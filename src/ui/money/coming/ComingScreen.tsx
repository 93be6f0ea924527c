/** What recurs: missed, due, to come, then the rules themselves, and what was posted and skipped. */
import { useMemo, useRef, useState } from 'react'
import { type ComingEntry, isOpen } from '#domain/coming-entries.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { recurring } from '#domain/recurring.ts'
import { comingOf, entriesLike, openComing } from '#state/coming.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Section } from '../../parts/Section.tsx'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { MoneyLayout } from '../MoneyLayout.tsx'
import css from './Coming.module.css'
import { type ComingActions, ComingRows } from './ComingRows.tsx'
import { DoneOccurrences } from './DoneOccurrences.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { PostDialog } from './PostDialog.tsx'
import { RecurringDialog } from './RecurringDialog.tsx'
import { RecurringList } from './RecurringList.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

const c = classes(css)

type Open =
  | { readonly kind: 'post' | 'move'; readonly coming: ComingEntry }
  | { readonly kind: 'recurring'; readonly id: RecordId | null }
  | null

export function ComingScreen() {
  const { t } = useWords()
  const isEmpty = useLive(live => live.records(recurring).length === 0)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const add = () => setOpen({ kind: 'recurring', id: null })
  const edit = (id: RecordId) => setOpen({ kind: 'recurring', id })
  useShortcuts([{ id: 'new-recurring', keys: 'N', labelId: 'recurring.new', group: 'here', run: add }])
  const actions: ComingActions = {
    post: coming => setOpen({ kind: 'post', coming }),
    move: coming => setOpen({ kind: 'move', coming }),
    edit,
  }
  return (
    <MoneyLayout
      screen="coming"
      title={t('money.coming.title')}
      actions={
        <Button icon="add" kind="primary" aria-keyshortcuts="N" onPress={add}>
          {t('recurring.new')}
        </Button>
      }
    >
      {isEmpty ? (
        <EmptyState picture="ledger" title={t('recurring.empty')}>
          {t('recurring.empty-text')}
        </EmptyState>
      ) : (
        <>
          <OpenSections actions={actions} isAsking={open !== null} />
          <RecurringList onEdit={edit} />
          <DoneSection />
        </>
      )}
      {open?.kind === 'post' && <PostDialog coming={open.coming} onClose={close} />}
      {open?.kind === 'move' && <MoveDialog coming={open.coming} onClose={close} />}
      {open?.kind === 'recurring' && <RecurringDialog id={open.id} onClose={close} />}
    </MoneyLayout>
  )
}

interface OpenSectionsProps {
  readonly actions: ComingActions
  /** A dialog is open above it. */
  readonly isAsking: boolean
}

function OpenSections({ actions, isAsking }: OpenSectionsProps) {
  const { t, today } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const coming = useLive(here => comingOf(here, today()))
  const frame = useRef<HTMLDivElement>(null)
  useKeptFocus(frame, coming, isAsking)
  const { missed, due, upcoming } = openComing(live, today())
  // Of what is to come nothing can be in the books yet.
  const like = useMemo(() => entriesLike(live, coming), [live, coming])
  // Without an account there is something to ask first.
  const ready = missed.filter(each => each.recurring.account !== null)
  const postAll = () => {
    const postings = ready.map(each => ({
      coming: each,
      on: each.date,
      cents: each.recurring.money.cents,
    }))
    void save(commands.postComing(postings), t('recurring.posted', { count: postings.length }))
  }
  const section = (id: 'missed' | 'due' | 'upcoming', rows: readonly ComingEntry[]) => (
    <Section
      title={t(`recurring.section.${id}`, { count: rows.length })}
      {...(id === 'missed' && ready.length > 1
        ? {
            intro: t('recurring.missed.intro'),
            actions: (
              <Button size="small" icon="check" onPress={postAll}>
                {t('recurring.post-all', { count: ready.length })}
              </Button>
            ),
          }
        : {})}
    >
      <ComingRows
        label={t(`recurring.section.${id}`, { count: rows.length })}
        rows={rows}
        like={like}
        actions={actions}
      />
    </Section>
  )
  return (
    <div ref={frame} className={c('sections')}>
      {missed.length > 0 && section('missed', missed)}
      {due.length > 0 && section('due', due)}
      {upcoming.length > 0 && section('upcoming', upcoming)}
      {missed.length + due.length + upcoming.length === 0 && <p>{t('recurring.nothing-open')}</p>}
    </div>
  )
}

function DoneSection() {
  const { t, today } = useWords()
  const coming = useLive(here => comingOf(here, today()))
  const done = coming.filter(each => !isOpen(each))
  if (done.length === 0) return null
  return (
    <Disclosure label={t('recurring.done')}>
      <DoneOccurrences done={done} />
    </Disclosure>
  )
}
