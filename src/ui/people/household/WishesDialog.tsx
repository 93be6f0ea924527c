/** The form for what a person wishes of an interpreter. Nobody is asked why. */
import { type FormEvent, useState } from 'react'
import { contact } from '#domain/contact.ts'
import type { Person } from '#domain/household.ts'
import {
  type GenderWish,
  genderWishes,
  interpreterWishes,
  interpreterWishesId,
} from '#domain/interpreter-wishes.ts'
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { InterpreterWishesFields } from '#state/commands/newcomers.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { FieldRow } from '../../setup/FieldRow.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from '../People.module.css'

const c = classes(css)

interface WishesDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

export function WishesDialog({ person, onClose }: WishesDialogProps) {
  const { t } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const [start] = useState<InterpreterWishesFields>(() => {
    const { language, dialect, gender, notOwnCommunity, never } =
      live.get(interpreterWishes, interpreterWishesId(person.id)) ?? interpreterWishes.defaults
    return { language, dialect, gender, notOwnCommunity, never }
  })
  const [draft, setDraft] = useState(start)
  const [isLeaving, setLeaving] = useState(false)
  const set = (change: Partial<InterpreterWishesFields>) => setDraft({ ...draft, ...change })
  const leave = () => (JSON.stringify(draft) === JSON.stringify(start) ? onClose() : setLeaving(true))
  async function submit(event?: FormEvent) {
    event?.preventDefault()
    const fields = { ...draft, language: draft.language.trim(), dialect: draft.dialect.trim() }
    if (await save(commands.editInterpreterWishes(person.id, fields), t('people.wishes.saved'))) onClose()
  }
  return (
    <Dialog
      title={t('people.wishes.title', { who: person.label })}
      isOpen
      onClose={leave}
      actions={<DialogFoot onCancel={leave} onSave={() => void submit()} />}
    >
      <DialogForm onSubmit={event => void submit(event)}>
        <Stack>
          <Notice>{t('people.wishes.notice')}</Notice>
          <FieldRow>
            <TextField
              label={t('people.wishes.language')}
              optional
              width="wide"
              maxLength={200}
              value={draft.language}
              onChange={language => set({ language })}
            />
            <TextField
              label={t('people.wishes.dialect')}
              optional
              width="wide"
              maxLength={200}
              value={draft.dialect}
              onChange={dialect => set({ dialect })}
            />
          </FieldRow>
          <Select<GenderWish>
            label={t('people.wishes.gender')}
            value={draft.gender}
            onChange={gender => set({ gender })}
            choices={genderWishes.map(value => ({ value, label: t(`people.wishes.gender.${value}`) }))}
          />
          <Checkbox
            label={t('people.wishes.not-own.box')}
            hint={t('people.wishes.not-own.hint')}
            checked={draft.notOwnCommunity}
            onChange={notOwnCommunity => set({ notOwnCommunity })}
          />
          <NeverFields never={draft.never} onChange={never => set({ never })} />
        </Stack>
      </DialogForm>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}

interface NeverFieldsProps {
  readonly never: readonly RecordId[]
  readonly onChange: (never: readonly RecordId[]) => void
}

/** Interpreters first; a member may interpret too. */
function NeverFields({ never, onChange }: NeverFieldsProps) {
  const { t, compare } = useWords()
  const contacts = useLive(live => live.records(contact))
  const members = useLive(live => live.records(member))
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => compare(a.name, b.name)
  const all = [
    ...contacts
      .filter(each => each.category === 'interpreter' || never.includes(each.id))
      .map(({ id, name, organization }) => ({ id, name: name || organization }))
      .toSorted(byName),
    ...members
      .filter(each => each.leftAt === null || never.includes(each.id))
      .map(({ id, name }) => ({ id, name: name || t('people.member.unnamed') }))
      .toSorted(byName),
  ]
  return (
    <fieldset className={c('group')}>
      <legend className={c('legend')}>{t('people.wishes.never')}</legend>
      <p className={c('source')}>{t('people.wishes.never.hint')}</p>
      {all.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={never.includes(id)}
          onChange={isOn => onChange(isOn ? [...never, id] : never.filter(each => each !== id))}
        />
      ))}
    </fieldset>
  )
}
