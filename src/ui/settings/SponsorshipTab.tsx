/** The facts of the sponsorship and of each arrival; what set-up asked, to be changed when it changes. */
import { useState } from 'react'
import { byOrder } from '#domain/budget-actual.ts'
import { programPresetOf } from '#domain/programs.ts'
import { totalsOf } from '#domain/reanchoring.ts'
import { type Arrival, arrival, programs, type Sponsorship } from '#domain/sponsorship.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { type ClockMove, previewClockMove } from '#state/plan.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { useGroup, useLive, useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { NumberStepper } from '../parts/NumberStepper.tsx'
import { Row, Section, Stack } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { TextField } from '../parts/TextField.tsx'
import { ConfirmMoveDialog } from '../plan/arrival/ConfirmMoveDialog.tsx'
import { changesOf } from '../plan/arrival/MovePreview.tsx'
import { PlaceFields } from '../setup/PlaceFields.tsx'
import { ProgramNotes } from '../setup/ProgramChoice.tsx'
import { StepForm } from '../setup/StepForm.tsx'
import { answersOf, draftOf, withProgram } from '../setup/sponsorship-draft.ts'
import { TellingNotice } from '../setup/TellingNotice.tsx'
import { useWords } from '../words/use-words.ts'
import { ArrivalForm } from './ArrivalForm.tsx'
import { HouseholdForm } from './HouseholdForm.tsx'
import { PayersForm } from './PayersForm.tsx'
import { useSave } from './use-save.ts'

export function SponsorshipTab() {
  const { t } = useWords()
  const { session } = useServices()
  const known = useLive(live => currentSponsorship({ live }))
  const all = useLive(live => live.records(arrival))
  if (!known)
    return (
      <EmptyState
        picture="porch"
        title={t('settings.sponsorship.none')}
        action={{
          label: t('settings.sponsorship.set-up'),
          icon: 'forward',
          onPress: () => session.setState({ setUpStep: 3 }),
        }}
      >
        {t('settings.sponsorship.none-text')}
      </EmptyState>
    )
  const arrivals = all.filter(each => each.sponsorship === known.id).toSorted(byOrder)
  return (
    <Stack gap="large">
      <SponsorshipForm key={JSON.stringify(known)} known={known} first={arrivals[0]} />
      <PayersForm key={JSON.stringify([known, arrivals[0]])} known={known} first={arrivals[0]} />
      {arrivals.map((each, i) => (
        <ArrivalForm key={JSON.stringify(each)} known={each} number={i + 1} clock={known} />
      ))}
      <HouseholdForm known={known} arrivals={arrivals} />
    </Stack>
  )
}

interface SponsorshipFormProps {
  readonly known: Sponsorship
  readonly first: Arrival | undefined
}

function SponsorshipForm({ known, first }: SponsorshipFormProps) {
  const { t } = useWords()
  const { tools } = useServices()
  const { commands, live } = useGroup()
  const save = useSave()
  /** Dates hang on it: what the change does to them is looked at first. */
  const [move, setMove] = useState<ClockMove | null>(null)
  const rates = shippedRates()
  const [draft, setDraft] = useState(() => draftOf(known, first))
  const [codeName, setCodeName] = useState(known.codeName)
  const [reference, setReference] = useState(known.reference)
  const [monthKind, setMonthKind] = useState(known.monthKind)
  const submit = () => {
    const { timing: _, ...answers } = answersOf(rates, draft, known)
    const own = { codeName: codeName.trim(), reference: reference.trim(), monthKind }
    const wanted = { sponsorship: known.id, fields: { ...answers, ...own } }
    const preview = previewClockMove(live, wanted, tools.today())
    if (preview && changesOf(totalsOf(preview, new Map())) > 0) setMove(wanted)
    else void save(commands.editSponsorship(known.id, wanted.fields))
  }
  return (
    <Section card title={t('settings.sponsorship')}>
      <StepForm onSubmit={submit}>
        <TextField
          label={t('setup.code-name')}
          hint={t('setup.code-name.hint')}
          maxLength={60}
          value={codeName}
          onChange={setCodeName}
        />
        <TellingNotice text={codeName} />
        <Select
          label={t('setup.program')}
          value={draft.program ?? 'unknown'}
          onChange={program => setDraft(withProgram(rates, { ...draft, monthsTouched: false }, program))}
          choices={programs.map(value => ({ value, label: t(`setup.program-name.${value}`) }))}
        />
        <ProgramNotes draft={draft} />
        <NumberStepper
          label={t('setup.months')}
          hint={t('setup.months.hint', {
            count: programPresetOf(rates.programs, draft.program ?? 'unknown').supportMonths,
          })}
          value={draft.supportMonths}
          min={1}
          max={36}
          onChange={supportMonths => setDraft({ ...draft, supportMonths })}
        />
        <Select
          label={t('settings.month-kind')}
          hint={t('settings.month-kind.hint')}
          value={monthKind}
          onChange={setMonthKind}
          choices={(['calendar', 'arrival-day'] as const).map(value => ({
            value,
            label: t(`settings.month-kind-answer.${value}`),
          }))}
        />
        <Select
          label={t('setup.funds')}
          value={draft.fundsHeldBy}
          onChange={fundsHeldBy => setDraft({ ...draft, fundsHeldBy })}
          choices={(['own', 'sah'] as const).map(value => ({ value, label: t(`settings.funds.${value}`) }))}
        />
        <PlaceFields
          province={draft.province}
          town={draft.town}
          onChange={(province, town) => setDraft({ ...draft, province, town })}
        />
        <TextField
          label={t('settings.reference')}
          hint={t('settings.reference.hint')}
          optional
          maxLength={60}
          value={reference}
          onChange={setReference}
        />
        <Row>
          <Button kind="primary" type="submit">
            {t('common.save')}
          </Button>
        </Row>
      </StepForm>
      {move && <ConfirmMoveDialog move={move} onClose={() => setMove(null)} />}
    </Section>
  )
}
