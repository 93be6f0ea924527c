/** The group's names, its reporting year, and its members. */
import { useState } from 'react'
import { GROUP_ID, type Group, group, type ReportingYear } from '#domain/group.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Row, Section, Stack } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { TextField } from '../parts/TextField.tsx'
import { StepForm } from '../setup/StepForm.tsx'
import { TellingNotice } from '../setup/TellingNotice.tsx'
import { useWords } from '../words/use-words.ts'
import { Members } from './Members.tsx'
import { useSave } from './use-save.ts'

const NONE: Group = { id: GROUP_ID, deleted: false, ...group.defaults }

export function GroupTab() {
  const known = useLive(live => live.get(group, GROUP_ID)) ?? NONE
  return (
    <Stack gap="large">
      <GroupForm key={JSON.stringify(known)} known={known} />
      <Members />
    </Stack>
  )
}

function GroupForm({ known }: { readonly known: Group }) {
  const { t, month } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const [name, setName] = useState(known.name)
  const [nameOnPaper, setNameOnPaper] = useState(known.nameOnPaper)
  const [reportingYear, setReportingYear] = useState<ReportingYear>(known.reportingYear)
  const [startMonth, setStartMonth] = useState(known.fiscalStartMonth)
  const submit = () =>
    void save(
      commands.editGroup({
        name: name.trim(),
        nameOnPaper: nameOnPaper.trim(),
        reportingYear,
        fiscalStartMonth: startMonth,
      }),
    )
  return (
    <Section card title={t('settings.group')}>
      <StepForm onSubmit={submit}>
        <TextField label={t('setup.group.name')} optional maxLength={200} value={name} onChange={setName} />
        <TextField
          label={t('setup.group.paper')}
          hint={t('setup.group.paper-hint')}
          maxLength={200}
          value={nameOnPaper}
          onChange={setNameOnPaper}
        />
        <TellingNotice text={nameOnPaper} />
        <Select
          label={t('setup.year')}
          value={reportingYear}
          onChange={setReportingYear}
          choices={(['calendar', 'fiscal', 'sponsorship'] as const).map(value => ({
            value,
            label: t(`setup.year-kind.${value}`),
          }))}
        />
        {reportingYear === 'fiscal' && (
          <Select
            label={t('setup.year.starts')}
            value={String(startMonth)}
            onChange={number => setStartMonth(Number(number))}
            choices={Array.from({ length: 12 }, (_, i) => ({
              value: String(i + 1),
              label: month(`2026-${String(i + 1).padStart(2, '0')}`).replace(/\s*2026/, ''),
            }))}
          />
        )}
        <Row>
          <Button kind="primary" type="submit">
            {t('common.save')}
          </Button>
        </Row>
      </StepForm>
    </Section>
  )
}
