/** Step 3: the program, who holds the money, where, and where the arrival stands. Going on with nothing chosen is fine. */
import { useEffect, useState } from 'react'
import { programPresetOf } from '#domain/programs.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { firstArrival } from '#state/household.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import type { CommitProblem } from '#store/store.ts'
import { useGroup, useServices } from '../group-context.tsx'
import { NumberStepper } from '../parts/NumberStepper.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import { useWords } from '../words/use-words.ts'
import { ArrivalFields, type Unreadable } from './ArrivalFields.tsx'
import { focusTitle } from './focus-title.ts'
import { PlaceFields } from './PlaceFields.tsx'
import { ProgramChoice, ProgramNotes } from './ProgramChoice.tsx'
import { SaveProblemNotice } from './SaveProblemNotice.tsx'
import { StepActions, StepForm } from './StepForm.tsx'
import { answersOf, draftOf, timingProblems, withProgram } from './sponsorship-draft.ts'

export function StepSponsorship({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords()
  const { tools } = useServices()
  const { commands, live } = useGroup()
  const rates = shippedRates()
  const [known] = useState(() => currentSponsorship({ live }))
  const [draft, setDraft] = useState(() => draftOf(known, known && firstArrival({ live }, known.id)))
  const [unreadable, setUnreadable] = useState<Unreadable>({})
  const [tried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<CommitProblem | null>(null)
  useEffect(focusTitle, [])
  const problems = { ...timingProblems(draft.timing, tools.today()), ...unreadableProblems(unreadable) }
  const save = async () => {
    setTried(true)
    if (Object.keys(problems).length > 0) return
    setBusy(true)
    const result = await commands.setUpSponsorship(answersOf(rates, draft, known))
    setBusy(false)
    if (result.ok) onDone()
    else setProblem(result.problem)
  }
  const fromProgram = programPresetOf(rates.programs, draft.program ?? 'unknown').supportMonths
  return (
    <StepForm onSubmit={() => void save()} busy={isBusy}>
      <PageHeader title={t('setup.sponsorship.title')} intro={t('setup.later')} />
      <SaveProblemNotice problem={problem} />
      <ProgramChoice
        value={draft.program}
        onChange={program => setDraft(withProgram(rates, draft, program))}
      />
      <ProgramNotes draft={draft} />
      <NumberStepper
        label={t('setup.months')}
        hint={t('setup.months.hint', { count: fromProgram })}
        value={draft.supportMonths}
        min={1}
        max={36}
        onChange={supportMonths => setDraft({ ...draft, supportMonths, monthsTouched: true })}
      />
      <RadioCards
        label={t('setup.funds')}
        value={draft.fundsHeldBy}
        onChange={fundsHeldBy => setDraft({ ...draft, fundsHeldBy })}
        columns={2}
        options={[
          { value: 'own', label: t('setup.funds.own'), description: t('setup.funds.own-text') },
          { value: 'sah', label: t('setup.funds.sah'), description: t('setup.funds.sah-text') },
        ]}
      />
      <PlaceFields
        province={draft.province}
        town={draft.town}
        onChange={(province, town) => setDraft({ ...draft, province, town })}
      />
      <ArrivalFields
        timing={draft.timing}
        unreadable={unreadable}
        problems={tried ? problems : {}}
        onChange={(timing, next) => {
          setDraft({ ...draft, timing })
          setUnreadable(next)
        }}
      />
      <StepActions
        primary={t('setup.continue')}
        busy={isBusy}
        skip={{ label: t('setup.skip'), onPress: onDone }}
      />
    </StepForm>
  )
}

/** A date that cannot be read stops the step like any other problem of its field. */
export const unreadableProblems = (unreadable: Unreadable) =>
  Object.fromEntries(Object.keys(unreadable).map(field => [field, 'expected-missing' as const]))
