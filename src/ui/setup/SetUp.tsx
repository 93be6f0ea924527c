/** The set-up of an open group: the recovery sheet, the sponsorship, the people, the money; each can be left. */
import { useServices, useSession } from '../group-context.tsx'
import { EntryLayout } from '../lock/EntryLayout.tsx'
import { Button } from '../parts/Button.tsx'
import { useRouter } from '../shell/use-router.ts'
import { AriaLocale } from '../words/AriaLocale.tsx'
import { useWords } from '../words/use-words.ts'
import { SetUpDone } from './SetUpDone.tsx'
import { SetUpSteps } from './SetUpSteps.tsx'
import { StepMoney } from './StepMoney.tsx'
import { StepPeople } from './StepPeople.tsx'
import { StepSheet } from './StepSheet.tsx'
import { StepSponsorship } from './StepSponsorship.tsx'

/** After the fifth step: nothing is left to be finished. */
const ALL_DONE = 6

export function SetUp() {
  return (
    <AriaLocale>
      <Steps />
    </AriaLocale>
  )
}

function Steps() {
  const { t } = useWords()
  const { session } = useServices()
  const { go } = useRouter()
  const step = useSession(state => state.setUpStep) ?? 2
  const show = (next: number | null) => session.setState({ setUpStep: next })
  const leave = () => {
    go({ area: 'today' })
    show(null)
  }
  const importBankFile = () => {
    go({ area: 'money', screen: 'import' })
    show(null)
  }
  return (
    <EntryLayout
      width={step === 5 ? 'wide' : 'normal'}
      {...(step < ALL_DONE ? { steps: <SetUpSteps step={step} /> } : {})}
      actions={
        step > 2 &&
        step < ALL_DONE && (
          <Button kind="quiet" size="small" onPress={leave}>
            {t('setup.leave')}
          </Button>
        )
      }
    >
      {step <= 2 ? (
        <StepSheet onDone={() => show(3)} />
      ) : step === 3 ? (
        <StepSponsorship onDone={() => show(4)} />
      ) : step === 4 ? (
        <StepPeople onBack={() => show(3)} onDone={() => show(5)} />
      ) : step === 5 ? (
        <StepMoney onBack={() => show(4)} onLeave={leave} onDone={() => show(ALL_DONE)} />
      ) : (
        <SetUpDone onImport={importBankFile} onLater={leave} />
      )}
    </EntryLayout>
  )
}
