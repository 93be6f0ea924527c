/** People who join after set-up: a birth, somebody forgotten, or a later arrival with twelve months of its own. */
import { useState } from 'react'
import { householdProblem, type PeopleCount } from '#domain/household-plan.ts'
import type { Arrival, Sponsorship } from '#domain/sponsorship.ts'
import { useGroup } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Disclosure } from '../parts/Disclosure.tsx'
import { Notice } from '../parts/Notice.tsx'
import { NumberStepper } from '../parts/NumberStepper.tsx'
import { Row } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { StepForm } from '../setup/StepForm.tsx'
import { useWords } from '../words/use-words.ts'
import { useSave } from './use-save.ts'

const COUNTS = ['adults', 'childrenUnder6', 'children6to17'] as const
const NOBODY: PeopleCount = { adults: 0, childrenUnder6: 0, children6to17: 0, together: [] }

interface AddPeopleProps {
  readonly known: Sponsorship
  /** In order, the first one first. */
  readonly arrivals: readonly Arrival[]
}

export function AddPeople({ known, arrivals }: AddPeopleProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const [to, setTo] = useState('own')
  const [people, setPeople] = useState(NOBODY)
  const [tried, setTried] = useState(false)
  const problem = householdProblem({ people, turns18: { answer: 'unknown' }, laterArrivals: [] })
  const submit = async () => {
    setTried(true)
    if (problem) return
    const saved = await save(commands.addPeople(known.id, to === 'own' ? null : to, people))
    if (!saved) return
    setPeople(NOBODY)
    setTried(false)
  }
  return (
    <Disclosure label={t('settings.add-people')}>
      <StepForm onSubmit={() => void submit()}>
        <Select
          label={t('settings.add-people.to')}
          hint={t('settings.add-people.to.hint')}
          value={to}
          onChange={setTo}
          choices={[
            { value: 'own', label: t('settings.add-people.own') },
            ...arrivals.map((each, i) => ({
              value: each.id,
              label: i === 0 ? t('settings.arrival.first') : t('settings.arrival.later', { number: i + 1 }),
            })),
          ]}
        />
        <Row align="start">
          {COUNTS.map(count => (
            <NumberStepper
              key={count}
              label={t(`setup.count.${count}`)}
              value={people[count]}
              max={29}
              onChange={number => setPeople({ ...people, [count]: number })}
            />
          ))}
        </Row>
        {tried && problem && (
          <Notice kind="danger" announce>
            {t(`setup.people-problem.${problem.kind}`)}
          </Notice>
        )}
        <Row>
          <Button type="submit" icon="add">
            {t('settings.add-people.add')}
          </Button>
        </Row>
      </StepForm>
    </Disclosure>
  )
}
