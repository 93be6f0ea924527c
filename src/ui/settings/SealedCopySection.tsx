/** Saves one file with everything, reads it back where the place allows it, and says what was counted and compared. */
import { useState } from 'react'
import type { SealedCopyCheck } from '#state/save-sealed-copy.ts'
import { useGroup, useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import { useLastEvent } from './RecoverySection.tsx'
import { useMoment } from './use-moment.ts'

type Said =
  | { readonly kind: 'saved'; readonly check: SealedCopyCheck }
  | { readonly kind: 'failed'; readonly why: 'disk-full' | 'io' | 'differs' }

export function SealedCopySection() {
  const { t } = useWords()
  const { actions } = useServices()
  const { commands } = useGroup()
  const last = useLastEvent('sealed-copy')
  const moment = useMoment()
  const [isBusy, setBusy] = useState(false)
  /** 0 to 1; null until the place was chosen. */
  const [done, setDone] = useState<number | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const save = async () => {
    setBusy(true)
    setSaid(null)
    setDone(null)
    const result = await actions.saveSealedCopy(setDone)
    setBusy(false)
    if (result.ok) {
      setSaid({ kind: 'saved', check: result.value })
      await commands.noteSafety('sealed-copy', result.value.records)
    } else if (result.problem.kind !== 'cancelled') setSaid({ kind: 'failed', why: result.problem.kind })
  }
  return (
    <Section card title={t('settings.copy')} intro={t('settings.copy.intro')}>
      <p>{last ? t('settings.copy.last', { date: moment(last.at) }) : t('settings.copy.never')}</p>
      {isBusy && <ProgressBar label={t('settings.copy.working')} value={done} />}
      {said && <Outcome said={said} />}
      <Row>
        <Button icon="save" busy={isBusy} onPress={() => void save()}>
          {t('settings.copy.save')}
        </Button>
      </Row>
    </Section>
  )
}

function Outcome({ said }: { readonly said: Said }) {
  const { t, fileSize } = useWords()
  if (said.kind === 'failed')
    return (
      <Notice kind="danger" announce title={t('settings.copy.failed')}>
        {t(`settings.copy-failed.${said.why}`)}
      </Notice>
    )
  const { records, attachments, damagedAttachments, bytes, reopened, cloudFolder } = said.check
  const counted = { count: records, attachments, size: fileSize(bytes) }
  return (
    <>
      <Notice kind={reopened ? 'ok' : 'warn'} announce title={t('settings.copy.saved')}>
        {t(reopened ? 'settings.copy.compared' : 'settings.copy.not-compared', counted)}
      </Notice>
      {damagedAttachments > 0 && (
        <Notice kind="warn">{t('settings.copy.damaged', { count: damagedAttachments })}</Notice>
      )}
      {cloudFolder && <Notice kind="warn">{t('settings.copy.cloud')}</Notice>}
    </>
  )
}
