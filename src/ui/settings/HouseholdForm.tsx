/**
 * The people by code label: who is in which support unit, and in which month somebody turns 18. Before there are
 * entries, the questions of set-up can be asked over again instead.
 */
import { useState } from 'react'
import { byOrder } from '#domain/budget-actual.ts'
import { entry } from '#domain/entry.ts'
import { majority, type Person, person } from '#domain/household.ts'
import { type HouseholdEdit, type HouseholdUnit, householdEditProblem } from '#domain/household-units.ts'
import type { Arrival, Sponsorship } from '#domain/sponsorship.ts'
import { householdUnitsOf, unitsInUse } from '#state/household.ts'
import { useCanRead, useGroup, useLive, useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { MonthField } from '../parts/MonthField.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { FieldRow } from '../setup/FieldRow.tsx'
import { StepForm } from '../setup/StepForm.tsx'
import { useWords } from '../words/use-words.ts'
import { AddPeople } from './AddPeople.tsx'
import { useSave } from './use-save.ts'

interface HouseholdFormProps {
  readonly known: Sponsorship
  readonly arrivals: readonly Arrival[]
}

export function HouseholdForm({ known, arrivals }: HouseholdFormProps) {
  const { t } = useWords()
  const { session } = useServices()
  // Which unit the money is kept by, and who turns 18, is known only there.
  const readsMoney = useCanRead('money')
  const all = useLive(live => live.records(person))
  const units = useLive(live => householdUnitsOf(live, known.id))
  const hasEntries = useLive(live => live.records(entry)).length > 0
  const people = all.filter(each => each.sponsorship === known.id).toSorted(byOrder)
  return (
    <Section
      card
      title={t('setup.people.title')}
      actions={
        readsMoney &&
        !hasEntries && (
          <Button size="small" icon="edit" onPress={() => session.setState({ setUpStep: 4 })}>
            {t('settings.people.change')}
          </Button>
        )
      }
    >
      <p>
        {people.length === 0
          ? t('settings.people.none')
          : t('settings.people.count', { count: people.length })}
      </p>
      {!readsMoney && <Notice>{t('settings.people.money-elsewhere')}</Notice>}
      {readsMoney && people.length > 0 && (
        <EditPeople key={JSON.stringify([people, units])} known={known} people={people} units={units} />
      )}
      {readsMoney && people.length > 0 && <AddPeople known={known} arrivals={arrivals} />}
    </Section>
  )
}

interface EditPeopleProps {
  readonly known: Sponsorship
  readonly people: readonly Person[]
  readonly units: readonly HouseholdUnit[]
}

function EditPeople({ known, people, units }: EditPeopleProps) {
  const { t, month } = useWords()
  const { commands, live } = useGroup()
  const save = useSave()
  const [unitOf, setUnitOf] = useState(() => new Map(people.map(each => [each.id, each.unit])))
  const [turns, setTurns] = useState(() => monthsOf(live.records(majority), people))
  const edit: HouseholdEdit = { units: unitOf, majorities: turns }
  const problem = householdEditProblem(edit, units, unitsInUse(live))
  const submit = () => {
    if (!problem) void save(commands.editHousehold(known.id, edit))
  }
  const choices = [
    ...units.filter(each => each.begins === null).map(each => ({ value: each.id, label: each.label })),
    { value: 'new', label: t('settings.people.new-unit') },
  ]
  return (
    <StepForm onSubmit={submit}>
      <p>{t('settings.people.units-text')}</p>
      {people.map(each => (
        <FieldRow key={each.id}>
          <Select
            label={t('settings.people.unit-of', { who: each.label, band: t(`settings.band.${each.band}`) })}
            value={unitOf.get(each.id) ?? ''}
            placeholder={t('settings.people.no-unit')}
            onChange={unit => setUnitOf(new Map(unitOf).set(each.id, unit))}
            choices={choices}
          />
          {each.band === 'child-6-17' && (
            <MonthField
              label={t('settings.people.turns-18', { who: each.label })}
              optional
              value={turns.get(each.id) ?? null}
              onChange={value => setTurns(new Map(turns).set(each.id, value))}
            />
          )}
        </FieldRow>
      ))}
      {units.map(
        unit =>
          unit.begins !== null && (
            <Notice key={unit.id}>
              {t('settings.people.own-from', { who: unit.label, month: month(unit.begins) })}
            </Notice>
          ),
      )}
      {problem && (
        <Notice kind="danger" announce>
          {t('settings.people.in-use', { who: problem.label })}
        </Notice>
      )}
      <Row>
        <Button type="submit">{t('common.save')}</Button>
      </Row>
    </StepForm>
  )
}

/** Null for whoever could turn 18 and has no month. */
function monthsOf(
  majorities: readonly { readonly person: string; readonly month: string }[],
  people: readonly Person[],
): ReadonlyMap<string, string | null> {
  const young = people.filter(each => each.band === 'child-6-17')
  return new Map(young.map(each => [each.id, majorities.find(one => one.person === each.id)?.month ?? null]))
}
