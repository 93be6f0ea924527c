/**
 * Who pays which month and the start-up, as the program says and each to be changed: the agreement that was signed is
 * what counts. Budget lines that still follow the program follow along, in the same change.
 */
import { useState } from 'react'
import { payerRanges } from '#domain/payers.ts'
import { programDefaults, programPresetOf } from '#domain/programs.ts'
import { type Arrival, type Payer, payers, type Sponsorship } from '#domain/sponsorship.ts'
import { payersInMonths, supportMonths } from '#domain/support-months.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { useGroup } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Disclosure } from '../parts/Disclosure.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { FieldRow } from '../setup/FieldRow.tsx'
import { ProgramSource } from '../setup/ProgramSource.tsx'
import { StepForm } from '../setup/StepForm.tsx'
import { useWords } from '../words/use-words.ts'
import css from './PayersForm.module.css'
import { useSave } from './use-save.ts'

const c = classes(css)

interface PayersFormProps {
  readonly known: Sponsorship
  readonly first: Arrival | undefined
}

export function PayersForm({ known, first }: PayersFormProps) {
  const { t, month } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const preset = programPresetOf(shippedRates().programs, known.program)
  const [months, setMonths] = useState<readonly Payer[]>(() => payersInMonths(known))
  const [startUp, setStartUp] = useState(known.startUpPayer)
  const dates = first ? supportMonths(known, first) : []
  const asPreset = () => {
    const { payerByMonth, startUpPayer } = programDefaults(preset)
    setMonths(payersInMonths({ payerByMonth, supportMonths: known.supportMonths }))
    setStartUp(startUpPayer)
  }
  const named = (i: number): string => {
    const of = dates[i]?.dates?.month
    return of
      ? t('money.month-dated', { number: i + 1, month: month(of) })
      : t('settings.payers.month', { number: i + 1 })
  }
  const summary = payerRanges(months)
    .map(({ payer, from, to }) =>
      from === to
        ? t('settings.payers.one', { from, payer: t(`settings.payers.said.${payer}`) })
        : t('settings.payers.range', { from, to, payer: t(`settings.payers.said.${payer}`) }),
    )
    .join(' · ')
  const choices = payers.map(value => ({ value, label: t(`settings.payer.${value}`) }))
  return (
    <Section card title={t('settings.payers')} intro={t('settings.payers.intro')}>
      <StepForm
        onSubmit={() =>
          void save(commands.editSponsorship(known.id, { payerByMonth: months, startUpPayer: startUp }))
        }
      >
        <ProgramSource status={preset.status} />
        <FieldRow>
          <Select
            label={t('settings.payers.start-up')}
            value={startUp}
            onChange={setStartUp}
            choices={choices}
          />
        </FieldRow>
        <p className={c('summary')}>{summary}</p>
        <Disclosure label={t('settings.payers.by-month')}>
          <div className={c('months')}>
            {months.map((payer, i) => (
              <Select
                // biome-ignore lint/suspicious/noArrayIndexKey: a month is its number
                key={i}
                label={named(i)}
                value={payer}
                onChange={to => setMonths(months.map((each, at) => (at === i ? to : each)))}
                choices={choices}
              />
            ))}
          </div>
        </Disclosure>
        {(startUp === 'mixed' || months.includes('mixed')) && <Notice>{t('settings.payers.mixed')}</Notice>}
        <Row>
          <Button type="submit">{t('common.save')}</Button>
          <Button kind="quiet" onPress={asPreset}>
            {t('settings.payers.preset')}
          </Button>
        </Row>
      </StepForm>
    </Section>
  )
}
