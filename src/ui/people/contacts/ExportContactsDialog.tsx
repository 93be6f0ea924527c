/** Contacts into a file for a telephone or a mail program: how to reach them, and notes only where that is asked for. */
import { useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import { type ContactExport, contactsOf, exportContacts, tellingInContacts } from '#state/contact-export.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useKeepFile } from '../../use-keep-file.ts'
import { useWords } from '../../words/use-words.ts'

interface ExportContactsDialogProps {
  readonly ids: readonly RecordId[]
  readonly onClose: () => void
}

export function ExportContactsDialog({ ids, onClose }: ExportContactsDialogProps) {
  const { t } = useWords()
  const { live } = useGroup()
  const [withNotes, setWithNotes] = useState(false)
  const { save, isBusy, cloudName } = useSaveContacts(onClose)
  const wanted: ContactExport = { ids, withNotes }
  useLive(here => here.revision())
  const all = contactsOf(live, ids)
  const telling = tellingInContacts(live, wanted)
  return (
    <Dialog
      title={t('people.contacts.export.title', { count: all.length })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t(cloudName === null ? 'common.cancel' : 'common.close')}
          </Button>
          <Button
            kind="primary"
            icon="download"
            busy={isBusy}
            disabled={all.length === 0}
            onPress={() => void save(wanted)}
          >
            {t('people.contacts.export.save')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t('people.contacts.export.what')}</p>
        <p>{t('people.contacts.export.not')}</p>
        {all.some(each => each.notes.trim() !== '') && (
          <Checkbox
            label={t('people.contacts.export.notes')}
            hint={t('people.contacts.export.notes-hint')}
            checked={withNotes}
            onChange={setWithNotes}
          />
        )}
        {telling.length > 0 && (
          <Notice kind="warn" announce>
            {t('people.contacts.export.telling', { words: telling.join(', ') })}
          </Notice>
        )}
        {cloudName !== null && (
          <Notice kind="warn" announce title={t('reports.cloud-folder', { name: cloudName })}>
            {t('reports.cloud-folder.detail')}
          </Notice>
        )}
      </Stack>
    </Dialog>
  )
}

/** Closes when it is saved, unless a cloud seems to copy the folder: that has to be read first. */
function useSaveContacts(onSaved: () => void) {
  const { live } = useGroup()
  const keepFile = useKeepFile()
  const [isBusy, setBusy] = useState(false)
  const [cloudName, setCloudName] = useState<string | null>(null)
  return {
    isBusy,
    cloudName,
    async save(wanted: ContactExport) {
      setBusy(true)
      setCloudName(null)
      const { name, bytes } = exportContacts(live, wanted)
      const kept = await keepFile(name, bytes)
      setBusy(false)
      if (kept === 'cloud-folder') setCloudName(name)
      if (kept === 'saved') onSaved()
    },
  }
}
