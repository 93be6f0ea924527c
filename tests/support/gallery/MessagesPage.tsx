/** Notices, progress, empty screens, dialogs, and what a failed screen looks like. */
import { useState } from 'react'
import { AlertDialog } from '#ui/parts/AlertDialog.tsx'
import { AmountField } from '#ui/parts/AmountField.tsx'
import { Button } from '#ui/parts/Button.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { EmptyState } from '#ui/parts/EmptyState.tsx'
import { ErrorScreen } from '#ui/parts/ErrorScreen.tsx'
import { Notice } from '#ui/parts/Notice.tsx'
import { PageHeader } from '#ui/parts/PageHeader.tsx'
import { ProgressBar } from '#ui/parts/ProgressBar.tsx'
import { Card, CardGrid, Row, Section, Stack } from '#ui/parts/Section.tsx'
import { TextField } from '#ui/parts/TextField.tsx'
import { useToasts } from '#ui/parts/ToastRegion.tsx'

const PICTURES = ['porch', 'ledger', 'envelope', 'report', 'key'] as const

export function MessagesPage() {
  const toasts = useToasts()
  const [open, setOpen] = useState<'dialog' | 'alert' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageHeader title="Messages" />
      <Row>
        <Button onPress={() => setOpen('dialog')}>Open a dialog</Button>
        <Button onPress={() => setOpen('alert')}>Ask before destroying</Button>
        <Button onPress={() => toasts.done('Entry 25-014 saved', () => undefined)}>Show a toast</Button>
      </Row>
      <Stack>
        <Notice title="Your bank keeps about two months">
          Import at least once a month, and nothing is missed.
        </Notice>
        <Notice kind="ok" title="Statement reconciled" onDismiss={() => undefined}>
          The difference is $0.00.
        </Notice>
        <Notice kind="warn">January would fall short of the minimum by $120.00.</Notice>
        <Notice
          kind="danger"
          title="Not saved: the disk is full"
          actions={<Button size="small">Try again</Button>}
        >
          What you typed is still here. Everything saved before is safe. Make room on the disk, then save
          again.
        </Notice>
        <ErrorScreen code="MONEY-0A4F" details="" onRetry={() => undefined} />
      </Stack>
      <Section title="Progress">
        <ProgressBar
          label="Reading the file"
          value={0.42}
          detail="378 of 900 rows"
          onCancel={() => undefined}
        />
        <ProgressBar label="Opening" value={null} />
      </Section>
      <CardGrid>
        {PICTURES.map(picture => (
          <Card key={picture}>
            <EmptyState
              picture={picture}
              title="No entries yet"
              action={{ label: 'Import a bank file', icon: 'import', onPress: () => undefined }}
              sample={{ label: 'Show me a sample', onPress: () => undefined }}
            >
              Every payment in and out stands here, with what it was for. Most groups begin with their bank’s
              file.
            </EmptyState>
          </Card>
        ))}
      </CardGrid>
      <Dialog
        title="New entry"
        isOpen={open === 'dialog'}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>Cancel</Button>
            <Button kind="primary" onPress={close}>
              Save entry
            </Button>
          </>
        }
      >
        <TextField label="Payee" value="" onChange={() => undefined} autoFocus />
        <AmountField label="Amount" value={4_550} onChange={() => undefined} />
      </Dialog>
      <AlertDialog
        title="Destroy this account?"
        isOpen={open === 'alert'}
        danger
        confirmLabel="Destroy"
        onCancel={close}
        onConfirm={close}
      >
        Its 214 entries go with it. This cannot be undone.
      </AlertDialog>
    </>
  )
}
