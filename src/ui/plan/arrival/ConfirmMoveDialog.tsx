/** Dates that were entered elsewhere, before they move the tasks that hang on them. */
import { useState } from 'react'
import type { ArrivalMove, ClockMove } from '#state/plan.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
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
        <DialogFoot
          onCancel={onClose}
          save={t('plan.move.apply')}
          busy={isBusy}
          disabled={!move.isMove}
          onSave={() => void apply()}
        />
      }
    >
      {move.preview && <MovePreview preview={move.preview} choices={move.choices} onChoice={move.choose} />}
    </Dialog>
  )
}
