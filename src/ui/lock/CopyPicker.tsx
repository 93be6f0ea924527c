/** Picks a sealed copy from wherever it was kept; nothing is read into a group yet. */
import { useState } from 'react'
import type { ChosenFile, OpenProblem } from '#host/host.ts'
import { useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { FieldError } from '../parts/Field.tsx'
import { Row, Stack } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'

export type ChosenCopy = ChosenFile

interface CopyPickerProps {
  readonly copy: ChosenCopy | null
  readonly onPick: (copy: ChosenCopy) => void
  readonly error?: string | null
}

export function CopyPicker({ copy, onPick, error = null }: CopyPickerProps) {
  const { t } = useWords()
  const { actions } = useServices()
  const [problem, setProblem] = useState<OpenProblem | null>(null)
  const pick = async () => {
    const result = await actions.chooseSealedCopy()
    setProblem(result.ok || result.problem.kind === 'cancelled' ? null : result.problem)
    if (result.ok) onPick(result.value)
  }
  const said = problem && problem.kind !== 'cancelled' ? t(`lock.copy-problem.${problem.kind}`) : error
  return (
    <Stack gap="small">
      <Row>
        <Button icon="folder" onPress={() => void pick()}>
          {t(copy ? 'lock.copy.choose-other' : 'lock.copy.choose')}
        </Button>
        <span role="status">{copy ? copy.name : t('lock.copy.none')}</span>
      </Row>
      {said && <FieldError id="copy-error" text={said} />}
    </Stack>
  )
}
