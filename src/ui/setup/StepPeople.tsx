/** Step 4: a code name and how many people, by age band. No name, sex or birth date is asked here. */
import { useEffect, useState } from 'react'
import { householdProblem } from '#domain/household-plan.ts'
import { seniorsAnswers } from '#domain/sponsorship.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import type { CommitProblem } from '#store/store.ts'
import { useGroup } from '../group-context.tsx'
import { MonthField } from '../parts/MonthField.tsx'
import { Notice } from '../parts/Notice.tsx'
import { NumberStepper } from '../parts/NumberStepper.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import { Row } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import { CodeNameField, firstOffer } from './CodeNameField.tsx'
import { focusTitle } from './focus-title.ts'
import { peopleOf } from './known-people.ts'
import { couldTurn18, householdAnswers, type PeopleDraft } from './people-draft.ts'
import { SaveProblemNotice } from './SaveProblemNotice.tsx'
import { StepActions, StepForm } from './StepForm.tsx'
import { TogetherFields } from './TogetherFields.tsx'

interface StepPeopleProps {
  readonly onBack: () => void
  readonly onDone: () => void
}

export function StepPeople({ onBack, onDone }: StepPeopleProps) {
  const { t, language } = useWords()
  const group = useGroup()
  const { commands, live } = group
  const [known] = useState(() => currentSponsorship({ live }))
  const [codeName, setCodeName] = useState(() => known?.codeName || firstOffer(group, language))
  const [draft, setDraft] = useState<PeopleDraft>(() => peopleOf(live, known))
  const [isBusy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<CommitProblem | null>(null)
  useEffect(focusTitle, [])
  const answers = householdAnswers(draft)
  const wrong = householdProblem(answers)
  const save = async () => {
    setTried(true)
    if (wrong) return
    setBusy(true)
    const result = await commands.setUpHousehold(codeName.trim(), answers)
    setBusy(false)
    if (result.ok) onDone()
    else setProblem(result.problem)
  }
  return (
    <StepForm onSubmit={() => void save()} busy={isBusy}>
      <PageHeader title={t('setup.people.title')} intro={t('setup.people.intro')} />
      <SaveProblemNotice problem={problem} />
      <CodeNameField value={codeName} onChange={setCodeName} />
      <Counts labelled="people" value={draft} onChange={counts => setDraft({ ...draft, ...counts })} />
      {tried && wrong && (
        <Notice kind="danger" announce>
          {t(`setup.people-problem.${wrong.kind}`)}
        </Notice>
      )}
      {draft.adults > 1 && (
        <TogetherFields
          adults={draft.adults}
          withAdult={draft.withAdult}
          onChange={withAdult => setDraft({ ...draft, withAdult })}
        />
      )}
      {couldTurn18(draft) && <Turns18 draft={draft} onChange={setDraft} />}
      {draft.adults > 0 && (
        <RadioCards
          label={t('setup.seniors')}
          hint={t('setup.seniors.hint')}
          value={draft.seniors}
          onChange={seniors => setDraft({ ...draft, seniors })}
          columns={3}
          options={seniorsAnswers.map(value => ({ value, label: t(`setup.seniors-answer.${value}`) }))}
        />
      )}
      <RadioCards
        label={t('setup.people.more-later')}
        value={draft.moreLater ? 'yes' : 'no'}
        onChange={answer => setDraft({ ...draft, moreLater: answer === 'yes' })}
        columns={2}
        options={[
          { value: 'no', label: t('setup.people.more-later-no') },
          {
            value: 'yes',
            label: t('setup.people.more-later-yes'),
            description: t('setup.people.more-later-text'),
          },
        ]}
      />
      {draft.moreLater && (
        <Counts
          labelled="later"
          value={draft.later}
          onChange={counts => setDraft({ ...draft, later: { ...draft.later, ...counts } })}
        />
      )}
      <StepActions
        primary={t('setup.continue')}
        busy={isBusy}
        onBack={onBack}
        skip={{ label: t('setup.skip'), onPress: onDone }}
      />
    </StepForm>
  )
}

type Count = 'adults' | 'childrenUnder6' | 'children6to17'
const COUNTS: readonly Count[] = ['adults', 'childrenUnder6', 'children6to17']

interface CountsProps {
  readonly labelled: 'people' | 'later'
  readonly value: Readonly<Record<Count, number>>
  readonly onChange: (change: Partial<Readonly<Record<Count, number>>>) => void
}

function Counts({ labelled, value, onChange }: CountsProps) {
  const { t } = useWords()
  return (
    <Row align="start">
      {COUNTS.map(count => (
        <NumberStepper
          key={count}
          label={t(labelled === 'people' ? `setup.count.${count}` : `setup.count-later.${count}`)}
          value={value[count]}
          max={29}
          onChange={number => onChange({ [count]: number })}
        />
      ))}
    </Row>
  )
}

interface Turns18Props {
  readonly draft: PeopleDraft
  readonly onChange: (draft: PeopleDraft) => void
}

function Turns18({ draft, onChange }: Turns18Props) {
  const { t } = useWords()
  return (
    <>
      <RadioCards
        label={t('setup.turns-18')}
        hint={t('setup.turns-18.hint')}
        value={draft.turns18}
        onChange={turns18 => onChange({ ...draft, turns18 })}
        columns={3}
        options={(['unknown', 'no', 'known'] as const).map(value => ({
          value,
          label: t(`setup.turns-18-answer.${value}`),
        }))}
      />
      {draft.turns18 === 'known' && (
        <MonthField
          label={t('setup.turns-18.month')}
          value={draft.turns18Month}
          onChange={turns18Month => onChange({ ...draft, turns18Month })}
        />
      )}
    </>
  )
}
