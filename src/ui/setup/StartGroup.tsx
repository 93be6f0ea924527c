/** Steps 1 and 2 until the group exists. What was typed is kept here until then, also when something is refused. */
import { useState } from 'react'
import type { OpenStoreProblem } from '#state/session.ts'
import { useServices } from '../group-context.tsx'
import { EntryLayout } from '../lock/EntryLayout.tsx'
import { useWords } from '../words/use-words.ts'
import { SetUpSteps } from './SetUpSteps.tsx'
import { type GroupDraft, StepGroup } from './StepGroup.tsx'
import { StepLock } from './StepLock.tsx'
import { usePassphraseChoice } from './use-passphrase-choice.ts'

export function StartGroup({ onBack }: { readonly onBack: () => void }) {
  const { t } = useWords()
  const { actions } = useServices()
  const [step, setStep] = useState<1 | 2>(1)
  const [draft, setDraft] = useState<GroupDraft>({ name: '', nameOnPaper: null, myName: '' })
  const [problem, setProblem] = useState<OpenStoreProblem | null>(null)
  const choice = usePassphraseChoice([draft.name, draft.myName].filter(Boolean))
  const start = async (passphrase: string) => {
    setProblem(null)
    const result = await actions.startGroup({
      passphrase,
      name: draft.name.trim(),
      nameOnPaper: (draft.nameOnPaper ?? t('setup.group.paper-default')).trim(),
      myName: draft.myName.trim(),
    })
    if (!result.ok) setProblem(result.problem)
  }
  return (
    <EntryLayout steps={<SetUpSteps step={step} />}>
      {step === 1 ? (
        <StepGroup draft={draft} onChange={setDraft} onBack={onBack} onDone={() => setStep(2)} />
      ) : (
        <StepLock
          choice={choice}
          problem={problem}
          onBack={() => setStep(1)}
          onDone={passphrase => void start(passphrase)}
        />
      )}
    </EntryLayout>
  )
}
