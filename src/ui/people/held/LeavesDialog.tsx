/** Before a copy leaves the group file: that it does, in clear, and what it would tell whoever finds it. */
import type { HeldCopy } from '#state/held/held-about.ts'
import { heldHits } from '#state/held/held-hits.ts'
import { useGroup } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { HitLine } from '../../reports/ShareHits.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './Held.module.css'

const c = classes(css)

export type Leaving = 'print' | 'text'

interface LeavesDialogProps {
  readonly copy: HeldCopy
  readonly how: Leaving
  readonly onCancel: () => void
  readonly onConfirm: () => void
}

export function LeavesDialog({ copy, how, onCancel, onConfirm }: LeavesDialogProps) {
  const { t } = useWords()
  const { live } = useGroup()
  const hits = heldHits(live, copy)
  return (
    <Dialog
      title={t('papers.held.leaves')}
      isOpen
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{t('common.cancel')}</Button>
          <Button kind="primary" onPress={onConfirm}>
            {t(how === 'print' ? 'papers.held.leaves-print' : 'papers.held.leaves-save')}
          </Button>
        </>
      }
    >
      <Stack>
        <Notice kind="warn">{t('papers.held.leaves-text')}</Notice>
        {hits.length > 0 && <p>{t('papers.held.leaves-hits', { count: hits.length })}</p>}
        <ul className={c('hits')}>
          {hits.map(each => (
            <li key={`${each.hit.kind} ${each.hit.text}`}>
              <HitLine placed={each} />
            </li>
          ))}
        </ul>
      </Stack>
    </Dialog>
  )
}
