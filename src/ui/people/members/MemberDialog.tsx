/** A member, new or known: what everybody in the group may read of them. */
import { type FormEvent, useState } from 'react'
import { duplicatesOf, type Reachable } from '#domain/duplicates.ts'
import { type Member, member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { heldBy } from '#state/people.ts'
import { useGroup, useLive, useServices } from '../../group-context.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useMemberWords } from '../use-member-words.ts'
import { MemberFields } from './MemberFields.tsx'
import { draftToMember, type MemberDraft, memberToDraft } from './member-draft.ts'

interface MemberDialogProps {
  /** Null: a new one. */
  readonly known: Member | null
  readonly onClose: () => void
}

export function MemberDialog({ known, onClose }: MemberDialogProps) {
  const { t } = useWords()
  const { tools } = useServices()
  const { commands } = useGroup()
  const save = useSave()
  const [start] = useState(() => memberToDraft(known))
  const [draft, setDraft] = useState(start)
  const [isRefused, setRefused] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  /** What is being saved is there already, and is not somebody else of the same name. */
  const [isSaving, setSaving] = useState(false)
  const isTouched = JSON.stringify(draft) !== JSON.stringify(start)
  const leave = () => (isTouched ? setLeaving(true) : onClose())
  async function submit(event?: FormEvent) {
    event?.preventDefault()
    const fields = draftToMember(draft, known, tools.now())
    setRefused(fields === null)
    if (fields === null) return
    setSaving(true)
    const running = known ? commands.editMember(known.id, fields) : commands.addMember(fields)
    if (await save(running, t('people.member.saved'))) onClose()
    else setSaving(false)
  }
  return (
    <Dialog
      title={t(known ? 'people.member.edit' : 'people.member.add')}
      isOpen
      onClose={leave}
      actions={<DialogFoot onCancel={leave} onSave={() => void submit()} />}
    >
      <DialogForm onSubmit={event => void submit(event)}>
        <Stack>
          <MemberFields draft={draft} isKnown={known !== null} nameMissing={isRefused} onChange={setDraft} />
          {!isSaving && <Twice id={known?.id ?? ''} draft={draft} />}
          {known && draft.hasLeft && <StillHolds of={known.id} />}
        </Stack>
      </DialogForm>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}

function Twice({ id, draft }: { readonly id: RecordId; readonly draft: MemberDraft }) {
  const { t, list } = useWords()
  const words = useMemberWords()
  const all = useLive(live => live.records(member))
  const reachable = (each: Pick<Member, 'id' | 'name' | 'phone'>): Reachable => ({
    id: each.id,
    names: [each.name],
    phones: [each.phone],
    emails: [],
  })
  const found = new Set(duplicatesOf(reachable({ ...draft, id }), all.map(reachable)).map(each => each.id))
  const same = all.filter(each => found.has(each.id))
  if (same.length === 0) return null
  return <Notice kind="warn">{t('people.member.twice', { who: list(same.map(words.name)) })}</Notice>
}

/** Said before it is saved: what somebody else has to take over. */
function StillHolds({ of }: { readonly of: RecordId }) {
  const { t } = useWords()
  const { tools } = useServices()
  const { tasks, rides } = useLive(live => heldBy(live, of, tools.today()))
  if (tasks.length + rides.length === 0) return null
  return (
    <Notice kind="warn" title={t('people.member.holds', { tasks: tasks.length, rides: rides.length })}>
      {t('people.member.holds.detail')}
    </Notice>
  )
}
