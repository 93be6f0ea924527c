/** One entry: new or known. "Save and next" keeps the day and the account, for typing a pile of papers. */
import { type FormEvent, useState } from 'react'
import { account } from '#domain/account.ts'
import { entry } from '#domain/entry.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { openAccounts } from '#state/import-preview.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { TasksInDialog } from '../../plan/links/TasksAbout.tsx'
import type { Route } from '../../shell/router.ts'
import { useRouter } from '../../shell/use-router.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { EntryForm } from './EntryForm.tsx'
import { EntryHistory } from './EntryHistory.tsx'
import {
  againOn,
  changedFields,
  type DraftProblem,
  draftToFields,
  type EntryDraft,
  entryToDraft,
  newDraft,
} from './entry-draft.ts'
import { useEntryPapers } from './use-entry-papers.ts'

interface EntryDialogProps {
  /** Null: a new one. */
  readonly entryId: RecordId | null
  readonly startAccount: RecordId | null
  /** A new one begins as this one is, today. */
  readonly like?: RecordId
  readonly onClose: () => void
}

const FORM_ID = 'entry-form'

export function EntryDialog({ entryId, startAccount, like, onClose }: EntryDialogProps) {
  const { t, today, date } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const known = useLive(here => (entryId ? here.get(entry, entryId) : undefined))
  useLive(here => here.records(account))
  const own = openAccounts(live)
  const [draft, setDraft] = useState<EntryDraft>(() => {
    const model = like ? live.get(entry, like) : undefined
    if (model) return againOn(entryToDraft(model), today())
    return known
      ? entryToDraft(known)
      : newDraft({ date: today(), account: startAccount ?? own[0]?.id ?? null })
  })
  const [problems, setProblems] = useState<readonly DraftProblem[]>([])
  /** Grows with each entry typed, so that the next form starts clean with the focus on its amount. */
  const [round, setRound] = useState(0)
  const [saving, setSaving] = useState(false)
  /** What the form began with, to tell whether something typed would be lost. */
  const [start, setStart] = useState(draft)
  const [leaving, setLeaving] = useState<Route | 'close' | null>(null)
  const { go } = useRouter()
  const papers = useEntryPapers(entryId)
  const isTouched = papers.isChanged || JSON.stringify(draft) !== JSON.stringify(start)
  const leaveFor = (to: Route | 'close') => (to === 'close' ? onClose() : go(to))
  const leave = (to: Route | 'close') => (isTouched ? setLeaving(to) : leaveFor(to))

  async function submit(then: 'next' | 'close') {
    const fields = draftToFields(draft)
    if (!fields.ok) return setProblems(fields.problem)
    setProblems([])
    setSaving(true)
    const running = known
      ? commands.editEntry(known.id, changedFields(known, fields.value), papers.changes)
      : commands.recordEntry(fields.value, papers.changes)
    const saved = await save(running, t('money.entry.saved'))
    setSaving(false)
    if (!saved) return
    if (then === 'close' || draft.date === null) return onClose()
    const next = newDraft({ date: draft.date, account: draft.account, type: draft.type })
    setDraft(next)
    setStart(next)
    papers.reset()
    setRound(round + 1)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit(known ? 'close' : 'next')
  }
  const remove = async () => {
    if (known && (await save(commands.deleteEntries([known.id]), t('money.deleted', { count: 1 })))) onClose()
  }
  if (entryId !== null && !known)
    return (
      <Dialog title={t('money.entry.gone')} isOpen onClose={onClose} size="small" closesOutside>
        {t('money.entry.gone-text')}
      </Dialog>
    )
  return (
    <Dialog
      title={known ? t('money.entry.edit', { date: date(known.date) }) : t('money.entry.new')}
      isOpen
      onClose={() => leave('close')}
      size="large"
      actions={
        <DialogFoot
          aside={
            known && (
              <Button kind="quiet" icon="delete" onPress={() => void remove()}>
                {t('money.delete')}
              </Button>
            )
          }
          onCancel={() => leave('close')}
          other={
            !known && (
              <Button disabled={saving} onPress={() => void submit('close')}>
                {t('money.entry.save-close')}
              </Button>
            )
          }
          save={t(known ? 'common.save' : 'money.entry.save-next')}
          busy={saving}
          submits={FORM_ID}
        />
      }
    >
      <DialogForm id={FORM_ID} onSubmit={onSubmit}>
        <Stack>
          {known && known.bankRows.length > 0 && <Notice>{t('money.entry.from-bank')}</Notice>}
          {known?.occurrence && (
            <Notice>{t('recurring.posts', { date: date(known.occurrence.date) })}</Notice>
          )}
          {known && known.item !== null && <Notice>{t('things.of-entry')}</Notice>}
          <EntryForm
            key={round}
            draft={draft}
            papers={papers}
            entryId={known?.id ?? null}
            fromBank={(known?.bankRows.length ?? 0) > 0}
            problems={problems}
            onChange={setDraft}
          />
        </Stack>
      </DialogForm>
      {known && <TasksInDialog of={{ kind: 'entry', id: known.id }} onGo={leave} />}
      {known && (
        <Disclosure label={t('money.history')}>
          <EntryHistory
            entry={known}
            onRestored={fresh => {
              setDraft(entryToDraft(fresh))
              setStart(entryToDraft(fresh))
            }}
          />
        </Disclosure>
      )}
      <DiscardDialog
        isOpen={leaving !== null}
        onStay={() => setLeaving(null)}
        onDiscard={() => leaveFor(leaving ?? 'close')}
      />
    </Dialog>
  )
}
