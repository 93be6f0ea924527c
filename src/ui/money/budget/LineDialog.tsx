/** One budget line: its name, what it counts as, our budget, the official figure, and why more was spent. */
import { useState } from 'react'
import { countsAs, figureStatuses, line, prepaidEnds } from '#domain/line.ts'
import type { SupportMonth } from '#domain/support-months.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { Section, Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { TextField } from '../../parts/TextField.tsx'
import { TasksInDialog } from '../../plan/links/TasksAbout.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useLineName } from '../line-name.ts'
import css from './Budget.module.css'
import { draftToLine, type LineDraft, lineProblems, lineToDraft } from './line-draft.ts'
import { PlanFields } from './PlanFields.tsx'

const c = classes(css)

interface LineDialogProps {
  /** Null: a new one. */
  readonly lineId: string | null
  readonly sponsorship: string
  readonly months: readonly SupportMonth[]
  readonly onClose: () => void
}

export function LineDialog({ lineId, sponsorship, months, onClose }: LineDialogProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const lineName = useLineName()
  const { go } = useRouter()
  const known = useLive(live => (lineId === null ? undefined : live.get(line, lineId))) ?? null
  const [draft, setDraft] = useState(() => lineToDraft(known, months.length))
  const [tried, setTried] = useState(false)
  const set = (change: Partial<LineDraft>) => setDraft({ ...draft, ...change })
  const problems = tried ? lineProblems(draft, (known?.key ?? '') !== '') : []
  const complaint = (kind: (typeof problems)[number]) =>
    problems.includes(kind) ? t(`money.line-problem.${kind}`) : null
  async function submit() {
    setTried(true)
    if (lineProblems(draft, (known?.key ?? '') !== '').length > 0) return
    const fields = draftToLine(draft, known)
    const running = known ? commands.editLine(known.id, fields) : commands.addLine({ ...fields, sponsorship })
    if (await save(running, t('money.line.saved'))) onClose()
  }
  return (
    <Dialog
      title={known ? lineName(known) : t('money.line.add')}
      isOpen
      onClose={onClose}
      size="large"
      actions={<DialogFoot onCancel={onClose} onSave={() => void submit()} />}
    >
      <Stack>
        <div className={c('pair')}>
          <TextField
            label={t('money.line.name')}
            {...(known && known.key !== ''
              ? {
                  optional: true,
                  hint: t('money.line.name-hint', { name: lineName({ key: known.key, name: '' }) }),
                }
              : {})}
            value={draft.name}
            maxLength={80}
            onChange={name => set({ name })}
            error={complaint('name-missing')}
          />
          <Select
            label={t('money.counts-as')}
            value={draft.countsAs}
            onChange={value => set({ countsAs: value })}
            choices={countsAs.map(value => ({ value, label: t(`money.counts-as.${value}`) }))}
          />
          {draft.countsAs === 'monthly-support' && (
            <Select
              label={t('money.line.given')}
              value={draft.givenAs}
              onChange={givenAs => set({ givenAs })}
              choices={(['cash', 'on-behalf'] as const).map(value => ({
                value,
                label: t(`money.given.${value}`),
              }))}
            />
          )}
        </div>
        {known?.key === 'last-month-rent' && (
          <Select
            label={t('money.prepaid')}
            hint={t('money.prepaid.hint')}
            value={draft.prepaidEnd || 'not-said'}
            onChange={end => set({ prepaidEnd: end === 'not-said' ? '' : end })}
            choices={prepaidEnds.map(end => ({
              value: end || ('not-said' as const),
              label: t(`money.prepaid.${end || 'not-said'}`),
            }))}
          />
        )}
        <PlanFields
          draft={draft}
          months={months}
          onChange={setDraft}
          error={complaint('budget-missing') ?? complaint('months-turned')}
        />
        {draft.countsAs !== 'income' && (
          <OfficialFields draft={draft} onChange={setDraft} error={complaint('official-missing')} />
        )}
        <TextField
          label={t('money.line.why-over')}
          hint={t('money.line.why-over-hint')}
          optional
          width="wide"
          lines={2}
          maxLength={10_000}
          value={draft.whyOver}
          onChange={whyOver => set({ whyOver })}
        />
        {known && <TasksInDialog of={{ kind: 'line', id: known.id }} onGo={go} />}
      </Stack>
    </Dialog>
  )
}

interface OfficialFieldsProps {
  readonly draft: LineDraft
  readonly onChange: (draft: LineDraft) => void
  readonly error: string | null
}

function OfficialFields({ draft, onChange, error }: OfficialFieldsProps) {
  const { t } = useWords()
  const set = (change: Partial<LineDraft>) => onChange({ ...draft, ...change })
  return (
    <Section title={t('money.budget.official')} level={3}>
      <Checkbox
        label={t('money.official.have')}
        hint={t('money.official.have-hint')}
        checked={draft.hasOfficial}
        onChange={hasOfficial => set({ hasOfficial })}
      />
      {draft.hasOfficial && (
        <div className={c('pair')}>
          <AmountField
            label={t('money.amount')}
            value={draft.official}
            unsigned
            onChange={official => set({ official })}
            error={error}
          />
          <RadioCards
            label={t('money.official.per')}
            value={draft.per}
            columns={2}
            onChange={per => set({ per })}
            options={(['once', 'month'] as const).map(value => ({ value, label: t(`money.per.${value}`) }))}
          />
          <TextField
            label={t('money.source')}
            hint={t('money.source.hint')}
            value={draft.source}
            maxLength={200}
            onChange={source => set({ source })}
          />
          <DateField
            label={t('money.source.date')}
            value={draft.asOf}
            onChange={asOf => set({ asOf })}
            optional
          />
          <Select
            label={t('money.source.status')}
            value={draft.status}
            onChange={status => set({ status })}
            choices={figureStatuses.map(value => ({
              value,
              label: t(`common.figure.${saidStatus(value)}`),
            }))}
          />
        </div>
      )}
    </Section>
  )
}
