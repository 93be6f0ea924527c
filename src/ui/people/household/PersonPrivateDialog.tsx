/** The form for what only Care knows of a person. Nothing in it has to be filled in. */
import { type FormEvent, useState } from 'react'
import { duplicatesOf, type Reachable } from '#domain/duplicates.ts'
import { type Person, person as personKind } from '#domain/household.ts'
import { namesOfPerson, personPrivate, personPrivateId } from '#domain/person-private.ts'
import { useGroup, useLive, useServices } from '../../group-context.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { PersonPrivateForm } from './PersonPrivateForm.tsx'
import { draftToPerson, type PersonDraft, type PersonProblem, personToDraft } from './person-draft.ts'

interface PersonPrivateDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

export function PersonPrivateDialog({ person, onClose }: PersonPrivateDialogProps) {
  const { t } = useWords()
  const { live, commands } = useGroup()
  const { tools } = useServices()
  const save = useSave()
  // What others change meanwhile must not overwrite what is being typed here: read once.
  const [start] = useState(() => personToDraft(live.get(personPrivate, personPrivateId(person.id))))
  const [draft, setDraft] = useState(start)
  const [problems, setProblems] = useState<readonly PersonProblem[]>([])
  const [isLeaving, setLeaving] = useState(false)
  const isTouched = JSON.stringify(draft) !== JSON.stringify(start)
  const leave = () => (isTouched ? setLeaving(true) : onClose())
  async function submit(event?: FormEvent) {
    event?.preventDefault()
    const fields = draftToPerson(draft, tools.today())
    if (!fields.ok) return setProblems(fields.problem)
    setProblems([])
    if (await save(commands.editPersonPrivate(person.id, fields.value), t('people.private.saved'))) onClose()
  }
  return (
    <Dialog
      title={t('people.private.title', { who: person.label })}
      isOpen
      onClose={leave}
      size="large"
      actions={<DialogFoot onCancel={leave} onSave={() => void submit()} />}
    >
      <DialogForm onSubmit={event => void submit(event)}>
        <Stack>
          <Notice>{t('people.private.notice')}</Notice>
          <Duplicates person={person} draft={draft} />
          <PersonPrivateForm draft={draft} problems={problems} onChange={setDraft} />
        </Stack>
      </DialogForm>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}

/** Telephones and e-mails are often one for a household; a name twice is somebody entered twice. */
function Duplicates({ person, draft }: { readonly person: Person; readonly draft: PersonDraft }) {
  const { t, list } = useWords()
  const all = useLive(live => live.records(personPrivate))
  const people = useLive(live => live.records(personKind))
  const labels = new Map(people.map(({ id, label }) => [id, label]))
  const others = all
    .filter(each => each.person !== person.id && labels.has(each.person))
    .map((each): Reachable => ({ id: each.person, names: namesOfPerson(each), phones: [], emails: [] }))
  const names = [draft.nameUsed, draft.legalName, draft.scriptName]
  const found = duplicatesOf({ id: person.id, names, phones: [], emails: [] }, others)
  if (found.length === 0) return null
  return (
    <Notice kind="warn">
      {t('people.private.twice', { who: list(found.flatMap(({ id }) => labels.get(id) ?? [])) })}
    </Notice>
  )
}
