/**
 * Step 2, second half: the recovery sheet is printed, then proven by typing its last characters. Until it is proven its
 * secret stays sealed on this laptop; leaving it for later is asked twice all the same.
 */
import { useEffect, useState } from 'react'
import { useGroup, useServices, useSession } from '../group-context.tsx'
import { AlertDialog } from '../parts/AlertDialog.tsx'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { Row, Stack } from '../parts/Section.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useWords } from '../words/use-words.ts'
import { focusTitle } from './focus-title.ts'
import { printSheet } from './print-sheet.ts'
import { RecoverySheet, SecretGroups } from './RecoverySheet.tsx'
import { StepActions, StepForm } from './StepForm.tsx'

export function StepSheet({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords()
  const { actions } = useServices()
  const { vault, commands } = useGroup()
  const secret = useSession(state => state.paperSecret)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [isAsking, setAsking] = useState(false)
  useEffect(focusTitle, [])
  const prove = async () => {
    setBusy(true)
    const isProven = await vault.provePaper(typed)
    setBusy(false)
    if (!isProven) return setWrong(true)
    await actions.forgetPaperSecret()
    void commands.noteSafety('recovery-proven')
    onDone()
  }
  const later = () => {
    void commands.noteSafety('recovery-later')
    onDone()
  }
  return (
    <StepForm onSubmit={() => void prove()} busy={isBusy}>
      <PageHeader title={t('setup.sheet.title')} intro={t('setup.sheet.intro')} />
      {secret ? <PrintIt secret={secret} /> : <Notice kind="warn">{t('setup.sheet.gone')}</Notice>}
      <TextField
        label={t('setup.sheet.prove')}
        hint={t('setup.sheet.prove-hint')}
        value={typed}
        onChange={text => {
          setTyped(text)
          setWrong(false)
        }}
        maxLength={120}
        error={isWrong ? t('setup.sheet.wrong') : null}
      />
      <StepActions
        primary={t('setup.sheet.check')}
        busy={isBusy}
        skip={{ label: t('setup.sheet.later'), onPress: () => setAsking(true) }}
      />
      <AlertDialog
        title={t('setup.sheet.later-title')}
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={later}
        confirmLabel={t('setup.sheet.later-yes')}
      >
        <p>{t('setup.sheet.later-text')}</p>
      </AlertDialog>
    </StepForm>
  )
}

/** Printing first; copying by hand for those without a printer, closed until it is asked for. */
export function PrintIt({ secret }: { readonly secret: string }) {
  const { t } = useWords()
  const [isShown, setShown] = useState(false)
  return (
    <Stack>
      <RecoverySheet secret={secret} />
      <Notice kind="warn" title={t('setup.sheet.warning')}>
        {t('setup.sheet.keep')}
      </Notice>
      <Row>
        <Button icon="print" onPress={() => printSheet(t('setup.sheet.paper-title'))}>
          {t('setup.sheet.print')}
        </Button>
        <Button kind="quiet" icon={isShown ? 'hidden' : 'visible'} onPress={() => setShown(!isShown)}>
          {t(isShown ? 'setup.sheet.hide' : 'setup.sheet.show')}
        </Button>
      </Row>
      {isShown && <SecretGroups secret={secret} />}
    </Stack>
  )
}
