/** What to look at and ask in a home: answered on the screen, or printed, filled in by hand and typed in later. */
import { type FormEvent, useState } from 'react'
import type { Home } from '#domain/home.ts'
import {
  type CheckAnswer,
  type CheckKey,
  checkGroupNames,
  checkGroups,
  checkKeys,
} from '#domain/home-check.ts'
import { checksOf } from '#state/viewings.ts'
import { useGroup } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Viewing.module.css'
import { ViewingPaperDialog } from './ViewingSheet.tsx'

const c = classes(css)
const FORM_ID = 'check-form'
const CHOICES = ['none', 'good', 'bad'] as const

interface Answer {
  readonly answer: CheckAnswer
  readonly note: string
}
type Answers = Readonly<Record<CheckKey, Answer>>

export function CheckDialog({ home, onClose }: { readonly home: Home; readonly onClose: () => void }) {
  const { t } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  // Somebody else may be answering other questions: read once, and only what is changed here is written.
  const [start] = useState<Answers>(() => {
    const known = checksOf(live, home.id)
    const of = (key: CheckKey): Answer => ({
      answer: known.get(key)?.answer ?? '',
      note: known.get(key)?.note ?? '',
    })
    return Object.fromEntries(checkKeys.map(key => [key, of(key)])) as Answers
  })
  const [answers, setAnswers] = useState(start)
  const [isLeaving, setLeaving] = useState(false)
  const [isPaperOpen, setPaperOpen] = useState(false)
  const edits = checkKeys.flatMap(key => {
    const { answer, note } = answers[key]
    const isSame = answer === start[key].answer && note.trim() === start[key].note
    return isSame ? [] : [{ key, answer, note: note.trim() }]
  })
  const leave = () => (edits.length === 0 ? onClose() : setLeaving(true))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await save(commands.saveHomeChecks(home.id, edits), t('housing.checks.saved'))) onClose()
  }
  const set = (key: CheckKey, change: Partial<Answer>) =>
    setAnswers({ ...answers, [key]: { ...answers[key], ...change } })
  return (
    <Dialog
      title={t('housing.checks')}
      isOpen
      onClose={leave}
      size="large"
      actions={
        <DialogFoot
          aside={
            <Button kind="quiet" icon="print" onPress={() => setPaperOpen(true)}>
              {t('housing.checks.print')}
            </Button>
          }
          onCancel={leave}
          submits={FORM_ID}
        />
      }
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)} className={c('form')}>
        {checkGroupNames.map(group => (
          <fieldset key={group} className={c('group')}>
            <legend className={c('legend')}>{t(`housing.check-group.${group}`)}</legend>
            {checkGroups[group].map(key => (
              <div key={key} className={c('question')}>
                <Select
                  label={t(`housing.check.${key}`)}
                  value={answers[key].answer === '' ? 'none' : answers[key].answer}
                  onChange={value => set(key, { answer: value === 'none' ? '' : value })}
                  choices={CHOICES.map(value => ({ value, label: t(`housing.check-answer.${value}`) }))}
                />
                <TextField
                  label={t('housing.check-note', { question: t(`housing.check.${key}`) })}
                  labelHidden
                  optional
                  maxLength={200}
                  placeholder={t('housing.note')}
                  value={answers[key].note}
                  onChange={note => set(key, { note })}
                />
              </div>
            ))}
          </fieldset>
        ))}
      </DialogForm>
      {isPaperOpen && <ViewingPaperDialog home={home} onClose={() => setPaperOpen(false)} />}
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}
