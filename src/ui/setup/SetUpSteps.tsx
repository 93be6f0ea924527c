/** The five steps of the set-up, as the reader sees them. */
import { Steps } from '../parts/Steps.tsx'
import { useWords } from '../words/use-words.ts'

const STEP_IDS = ['group', 'lock', 'sponsorship', 'people', 'money'] as const

/** 1 to 5. */
export function SetUpSteps({ step }: { readonly step: number }) {
  const { t } = useWords()
  return (
    <Steps
      label={t('setup.steps')}
      steps={STEP_IDS.map(id => ({ id, label: t(`setup.step.${id}`) }))}
      current={STEP_IDS[step - 1] ?? 'group'}
    />
  )
}
