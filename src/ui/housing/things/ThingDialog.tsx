/** A thing of the household list, new or changed. */
import { type FormEvent, useState } from 'react'
import type { HouseholdItem } from '#domain/household-item.ts'
import { giftValueOf, photosOfThing } from '#state/household-list.ts'
import { usePaperChanges } from '../../attachments/use-paper-changes.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useOpenProblems } from '../use-open-problems.ts'
import { ThingFields } from './ThingFields.tsx'
import { draftToThing, thingToDraft } from './thing-draft.ts'
import { useThingName } from './use-thing-words.ts'

interface ThingDialogProps {
  /** Null: a new one. */
  readonly of: HouseholdItem | null
  readonly onClose: () => void
}

const FORM_ID = 'thing-form'
const NOTHING: readonly never[] = []

export function ThingDialog({ of, onClose }: ThingDialogProps) {
  const { t } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const nameOf = useThingName()
  // What others change meanwhile must not overwrite what is being typed here: read once.
  const [worth] = useState(() => {
    const known = of === null ? undefined : giftValueOf(live, of.id)
    return known ? { cents: known.money.cents, basis: known.note } : null
  })
  const [start] = useState(() => thingToDraft(of, worth))
  const [draft, setDraft] = useState(start)
  const kept = useLive(here => (of === null ? NOTHING : photosOfThing(here, of.id)))
  const photos = usePaperChanges('team', kept)
  const [isSaving, setSaving] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const [tried, setTried] = useState(false)
  const open = useOpenProblems()
  const listed = of === null || of.seedKey === '' ? null : t(`things.item.${of.seedKey}`)
  const nameMissing = listed === null && draft.name.trim() === ''
  const isTouched = photos.isChanged || JSON.stringify(draft) !== JSON.stringify(start)
  const leave = () => (isTouched ? setLeaving(true) : onClose())
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isSaving || !open.allow() || nameMissing) return
    const { fields, value } = draftToThing(draft, of, worth)
    setSaving(true)
    const saved = await save(
      of === null
        ? commands.addThing(fields, value, photos.changes)
        : commands.editThing(of.id, fields, value, photos.changes),
      t('things.saved'),
    )
    setSaving(false)
    if (saved) onClose()
  }
  const remove = async () => {
    if (of && (await save(commands.deleteThings([of.id]), t('things.deleted', { name: nameOf(of) }))))
      onClose()
  }
  return (
    <Dialog
      title={of === null ? t('things.new') : nameOf(of)}
      isOpen
      onClose={leave}
      size="large"
      actions={
        <DialogFoot
          aside={
            of && (
              <Button kind="quiet" icon="delete" onPress={() => void remove()}>
                {t('plan.do.delete')}
              </Button>
            )
          }
          onCancel={leave}
          busy={isSaving}
          submits={FORM_ID}
        />
      }
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)}>
        <ThingFields
          draft={draft}
          photos={photos}
          listed={listed}
          nameMissing={tried && nameMissing}
          open={open}
          onChange={setDraft}
        />
      </DialogForm>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}
