/** Contacts into a file for a telephone or a mail program: how to reach them, and notes only where that is asked for. */

import { useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import { type ContactExport, contactsOf, exportContacts, tellingInContacts } from '#state/contact-export.ts'
import { CloudNotice } from '../../CloudNotice.tsx'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useFileExport } from '../../use-file-export.ts'
import { useWords } from '../../words/use-words.ts'

interface ExportContactsDialogProps {
  readonly ids: readonly RecordId[]
  readonly onClose: () => void
}

export function ExportContactsDialog({ ids, onClose }: ExportContactsDialogProps) {
  const { t } = useWords()
  const { live } = useGroup()
  const [withNotes, setWithNotes] = useState(false)
  const { save, isBusy, cloudName } = useFileExport(onClose)
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
            onPress={() => void save(() => exportContacts(live, wanted))}
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
        <CloudNotice name={cloudName} />
      </Stack>
    </Dialog>
  )
}
