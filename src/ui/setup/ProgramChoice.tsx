/** Which program: its usual name, and in plain words who pays which months. Nothing here says why somebody comes. */
import { type ProgramNote, programNotes, programPresetOf } from '#domain/programs.ts'
import { type Program, programs } from '#domain/sponsorship.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { useServices } from '../group-context.tsx'
import { Notice } from '../parts/Notice.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import type { Words } from '../words/create-words.ts'
import { useWords } from '../words/use-words.ts'
import { ProgramSource } from './ProgramSource.tsx'
import type { SponsorshipDraft } from './sponsorship-draft.ts'

interface ProgramChoiceProps {
  readonly value: Program | null
  readonly onChange: (program: Program) => void
}

export function ProgramChoice({ value, onChange }: ProgramChoiceProps) {
  const words = useWords()
  const { t } = words
  return (
    <RadioCards
      label={t('setup.program')}
      hint={t('setup.program.hint')}
      value={value}
      onChange={onChange}
      columns={2}
      options={programs.map(program => ({
        value: program,
        label: t(`setup.program-name.${program}`),
        description: program === 'unknown' ? t('setup.program.ask') : payersInWords(program, words),
      }))}
    />
  )
}

/** "Month 1: group · months 2 to 7: government · start-up: group", from the preset, so that words and data never part. */
function payersInWords(program: Program, { t }: Words): string {
  const { payers, startUpPayer } = programPresetOf(shippedRates().programs, program)
  const [only] = payers
  if (only && payers.length === 1 && only[0] === startUpPayer)
    return t(`setup.pays-all.${startUpPayer}`, { months: only[1] })
  let before = 0
  const runs = payers.map(([payer, months]) => {
    const from = before + 1
    before += months
    return t('setup.payers.run', { count: months, from, to: before, payer: t(`setup.payer.${payer}`) })
  })
  return t('setup.payers', { runs: runs.join(' · '), startUp: t(`setup.payer.${startUpPayer}`) })
}

export function ProgramNotes({ draft }: { readonly draft: SponsorshipDraft }) {
  const words = useWords()
  const { tools } = useServices()
  if (draft.program === null) return null
  const preset = programPresetOf(shippedRates().programs, draft.program)
  const notes = programNotes(shippedRates().programs, {
    program: draft.program,
    province: draft.province,
    supportMonths: draft.supportMonths,
    today: tools.today(),
  })
  if (notes.length === 0 && draft.program === 'unknown') return null
  const source = draft.program !== 'unknown' && <ProgramSource status={preset.status} />
  if (notes.length === 0) return source
  const isWarning = notes.some(note => WARNINGS.has(note.kind))
  return (
    <Notice kind={isWarning ? 'warn' : 'info'}>
      {source}
      {notes.map(note => (
        <p key={note.kind}>{noteInWords(note, words)}</p>
      ))}
    </Notice>
  )
}

const WARNINGS: ReadonlySet<ProgramNote['kind']> = new Set([
  'payers-to-check',
  'not-in-province',
  'only-in-province',
  'province-runs-own',
  'months-over-limit',
])

function noteInWords(note: ProgramNote, { t, date, list }: Words): string {
  switch (note.kind) {
    case 'payers-to-check':
    case 'ask-your-sah':
    case 'own-clock-for-each-arrival':
    case 'no-money-from-newcomers':
    case 'no-tax-receipts':
      return t(`setup.program-note.${note.kind}`)
    case 'intake-paused':
      return t('setup.program-note.intake-paused', { until: date(note.until, 'long') })
    case 'not-in-province':
    case 'only-in-province':
      return t(`setup.program-note.${note.kind}`, { province: t(`setup.province.${note.province}`) })
    case 'province-runs-own':
      return t('setup.program-note.province-runs-own', {
        province: t(`setup.province.${note.province}`),
        program: t(`setup.program-name.${note.program}`),
      })
    case 'needs-members':
      return t('setup.program-note.needs-members', { min: note.min ?? 1, max: note.max ?? 0 })
    case 'needs-sponsor-kind':
      return t('setup.program-note.needs-sponsor-kind', {
        kinds: list(note.eligible.map(kind => t(`setup.sponsor-kind.${kind}`))),
      })
    case 'months-over-limit':
      return t('setup.program-note.months-over-limit', { max: note.max })
  }
}
