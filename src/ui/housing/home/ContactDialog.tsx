/** One word with a landlord, and what is to be done next: asked together, because one decides it on the phone. */
import { type FormEvent, useState } from 'react'
import { type ContactWay, contactWays, type Home, type HomeContact } from '#domain/home.ts'
import { useGroup } from '../../group-context.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { FormGrid, WholeLine } from '../../parts/FormGrid.tsx'
import { Select } from '../../parts/Select.tsx'
import { submitForm } from '../../parts/submit-form.ts'
import { TextField } from '../../parts/TextField.tsx'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { MemberSelect } from '../MemberSelect.tsx'
import { useOpenProblems } from '../use-open-problems.ts'

const FORM_ID = 'contact-form'

interface ContactDialogProps {
  readonly home: Home
  /** Null: a new one. */
  readonly of: HomeContact | null
  readonly onClose: () => void
}

export function ContactDialog({ home, of, onClose }: ContactDialogProps) {
  const { t, today } = useWords()
  const { commands, vault } = useGroup()
  const save = useSave()
  const open = useOpenProblems()
  const [start] = useState(() => ({
    on: (of?.on ?? today()) as string | null,
    way: (of?.way ?? 'call') as ContactWay,
    by: of === null ? vault.identity.memberId : of.by,
    text: of?.text ?? '',
    nextWhat: home.next?.what ?? '',
    nextOn: home.next?.on ?? null,
  }))
  const [draft, setDraft] = useState(start)
  const [tried, setTried] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const leave = () => (JSON.stringify(draft) === JSON.stringify(start) ? onClose() : setLeaving(true))
  const isNextMissing = draft.nextWhat.trim() === '' && draft.nextOn !== null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { on, way, by, text } = draft
    if (!open.allow() || on === null || text.trim() === '' || isNextMissing) return
    const fields = { on, way, by, text: text.trim() }
    const what = draft.nextWhat.trim()
    const next = what === '' ? null : { what, on: draft.nextOn }
    const isSameNext = JSON.stringify(next) === JSON.stringify(home.next)
    const running =
      of === null
        ? commands.logContact(home.id, fields, isSameNext ? undefined : next)
        : commands.editHomeContact(of.id, fields)
    if (await save(running, t('housing.contact.saved'))) onClose()
  }
  useShortcuts([
    {
      id: 'save-contact',
      keys: 'Ctrl+Enter',
      labelId: 'common.save',
      group: 'here',
      run: () => submitForm(FORM_ID),
    },
  ])
  return (
    <Dialog
      title={t(of === null ? 'housing.log' : 'housing.contact.edit')}
      isOpen
      onClose={leave}
      actions={<DialogFoot onCancel={leave} submits={FORM_ID} />}
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)}>
        <FormGrid>
          <WholeLine>
            <TextField
              label={t('housing.contact.text')}
              hint={t('housing.contact.hint')}
              width="wide"
              lines={3}
              maxLength={10_000}
              value={draft.text}
              onChange={text => set({ text })}
              error={tried && draft.text.trim() === '' ? t('housing.contact.missing') : null}
            />
          </WholeLine>
          <DateField
            label={t('housing.contact.on')}
            value={draft.on}
            onChange={(on, problem) => {
              open.note('on', problem)
              set({ on })
            }}
            error={tried && draft.on === null ? t('common.date.empty') : null}
          />
          <Select
            label={t('housing.contact.way')}
            value={draft.way}
            onChange={way => set({ way })}
            choices={contactWays.map(value => ({ value, label: t(`housing.way.${value}`) }))}
          />
          <MemberSelect label={t('housing.contact.by')} value={draft.by} onChange={by => set({ by })} />
          {of === null && (
            <>
              <TextField
                label={t('housing.next')}
                optional
                maxLength={200}
                value={draft.nextWhat}
                onChange={nextWhat => set({ nextWhat })}
                error={tried && isNextMissing ? t('housing.next.missing') : null}
              />
              <DateField
                label={t('housing.next.by')}
                optional
                value={draft.nextOn}
                onChange={(nextOn, problem) => {
                  open.note('nextOn', problem)
                  set({ nextOn })
                }}
                error={open.error('nextOn')}
              />
            </>
          )}
        </FormGrid>
      </DialogForm>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}
