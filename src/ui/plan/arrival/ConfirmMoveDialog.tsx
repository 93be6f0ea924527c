/** Dates that were entered elsewhere, before they move the tasks that hang on them. */
import { useState } from 'react'
import type { ArrivalMove, ClockMove } from '#state/plan.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { useWords } from '../../words/use-words.ts'
import { MovePreview } from './MovePreview.tsx'
import { isClockMove, useMove } from './use-move.ts'

interface ConfirmMoveDialogProps {
  readonly move: ArrivalMove | ClockMove
  readonly onClose: () => void
}

export function ConfirmMoveDialog({ move: asked, onClose }: ConfirmMoveDialogProps) {
  const { t } = useWords()
  const move = useMove(asked)
  const [isBusy, setBusy] = useState(false)
  const apply = async () => {
    setBusy(true)
    const isDone = await move.apply()
    setBusy(false)
    if (isDone) onClose()
  }
  return (
    <Dialog
      title={t(isClockMove(asked) ? 'plan.move.confirm-clock' : 'plan.move.confirm')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="primary" busy={isBusy} disabled={!move.isMove} onPress={() => void apply()}>
            {t('plan.move.apply')}
          </Button>
        </>
      }
    >
      {move.preview && <MovePreview preview={move.preview} choices={move.choices} onChoice={move.choose} />}
    </Dialog>
  )
}
