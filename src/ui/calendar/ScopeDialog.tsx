/** Of what repeats: is it this one only, this and all that follow, or all of them? */
import { useState } from 'react'
import type { Scope } from '#domain/appointment-edits.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import { useWords } from '../words/use-words.ts'

interface ScopeDialogProps {
  readonly what: 'save' | 'cancel'
  readonly onChoose: (scope: Scope) => void
  readonly onCancel: () => void
}

const SCOPES: readonly Scope[] = ['this', 'following', 'all']

export function ScopeDialog({ what, onChoose, onCancel }: ScopeDialogProps) {
  const { t } = useWords()
  const [scope, setScope] = useState<Scope>('this')
  return (
    <Dialog
      title={t(`calendar.scope-title.${what}`)}
      isOpen
      onClose={onCancel}
      size="small"
      actions={
        <DialogFoot
          onCancel={onCancel}
          save={t(what === 'save' ? 'common.save' : 'calendar.call-off')}
          onSave={() => onChoose(scope)}
        />
      }
    >
      <RadioCards
        label={t('calendar.scope')}
        labelHidden
        value={scope}
        onChange={setScope}
        columns={1}
        options={SCOPES.map(value => ({ value, label: t(`calendar.scope.${value}`) }))}
      />
    </Dialog>
  )
}
