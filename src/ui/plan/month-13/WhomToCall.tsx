/** Whom the household can call when support has ended, and about what: contacts of the group, put on its page. */
import { type FormEvent, useId, useState } from 'react'
import { contact } from '#domain/contact.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type Call, whomTheyCall } from '#state/month-13.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Link } from '../../parts/Link.tsx'
import { Section, Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { Table } from '../../parts/Table.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'

export function WhomToCall({ sponsorship }: { readonly sponsorship: RecordId }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const calls = useLive(live => whomTheyCall(live, sponsorship))
  const [isAdding, setAdding] = useState(false)
  return (
    <Section
      title={t('after.call')}
      actions={
        <Button size="small" icon="add" onPress={() => setAdding(true)}>
          {t('after.call-add')}
        </Button>
      }
    >
      <Table<Call>
        caption={t('after.call')}
        rows={calls}
        rowKey={each => each.id}
        empty={t('after.call-none')}
        stacks
        columns={[
          { id: 'about', head: t('after.call-about'), namesRow: true, cell: each => each.about },
          {
            id: 'who',
            head: t('after.call-who'),
            cell: each =>
              each.contact === null
                ? t('after.call-gone')
                : [each.contact.name, each.contact.organization].filter(Boolean).join(', '),
          },
          { id: 'phone', head: t('people.private.phone'), cell: each => each.contact?.phone },
          {
            id: 'remove',
            head: t('money.delete'),
            headHidden: true,
            align: 'end',
            cell: each => (
              <IconButton
                icon="delete"
                label={t('after.call-remove', { about: each.about })}
                onPress={() => void save(commands.deleteWhomToCall(each.id), t('after.call-removed'))}
              />
            ),
          },
        ]}
      />
      {isAdding && <CallDialog sponsorship={sponsorship} onClose={() => setAdding(false)} />}
    </Section>
  )
}

interface CallDialogProps {
  readonly sponsorship: RecordId
  readonly onClose: () => void
}

function CallDialog({ sponsorship, onClose }: CallDialogProps) {
  const { t, compare } = useWords()
  const { commands } = useGroup()
  const { go } = useRouter()
  const save = useSave()
  const formId = useId()
  const contacts = useLive(live => live.records(contact))
  const [who, setWho] = useState<RecordId>('')
  const [about, setAbout] = useState('')
  const [tried, setTried] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (who === '' || about.trim() === '') return
    const running = commands.addWhomToCall({ sponsorship, contact: who, about: about.trim() })
    if (await save(running, t('after.call-added'))) onClose()
  }
  return (
    <Dialog
      title={t('after.call-add')}
      isOpen
      onClose={onClose}
      actions={<DialogFoot onCancel={onClose} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <Stack>
          <TextField
            label={t('after.call-about')}
            value={about}
            maxLength={200}
            hint={t('after.call-about-hint')}
            onChange={setAbout}
            error={tried && about.trim() === '' ? t('after.call-about-missing') : null}
          />
          <Select
            label={t('after.call-who')}
            value={who}
            onChange={setWho}
            placeholder={t('after.call-choose')}
            choices={contacts
              .map(each => ({
                value: each.id,
                label: [each.name, each.organization].filter(Boolean).join(', '),
              }))
              .toSorted((a, b) => compare(a.label, b.label))}
            error={tried && who === '' ? t('after.call-choose') : null}
            hint={
              <Link onPress={() => go({ area: 'people', screen: 'contacts' })}>{t('after.call-enter')}</Link>
            }
          />
        </Stack>
      </DialogForm>
    </Dialog>
  )
}
