/** The fields for what only people can say, each after the section where it will stand on paper. Donors get no notes. */
import type { ReactNode } from 'react'
import { line } from '#domain/line.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { reportNotes } from '#domain/report-record.ts'
import type { LineName } from '#reports/report-model.ts'
import type { ReportView } from '#state/report-files.ts'
import type { PlacedHit } from '#state/safe-to-share.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { Row } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { useWords } from '../words/use-words.ts'
import { NoteField } from './NoteField.tsx'
import css from './note-editors.module.css'
import type { EditorPlace } from './paper/Paper.tsx'
import { useSaveNote, useSaveNotes } from './use-save-notes.ts'

const c = classes(css)
const SHORT = 200
const LONG = 4000

export function useNoteEditors(view: ReportView): (place: EditorPlace) => ReactNode {
  return place => {
    if (view.report.audience === 'donors') return null
    switch (place) {
      case 'page-one':
        return <PageOneNotes view={view} />
      case 'e':
        return <WhyOver view={view} />
      case 'h':
        return <LongNote view={view} field="changes" />
      case 'i':
        return <LongNote view={view} field="balancePlan" />
      default:
        return null
    }
  }
}

function useNotes({ sponsorship, report: { period } }: ReportView) {
  const known = useLive(live =>
    live
      .records(reportNotes)
      .find(
        each =>
          each.sponsorship === sponsorship &&
          each.period.from === period.from &&
          each.period.to === period.to,
      ),
  )
  return known ?? reportNotes.defaults
}

function Editor({ children }: { readonly children: ReactNode }) {
  const { t, language } = useWords()
  return (
    <div className={c('editor')} lang={`${language}-CA`}>
      <p className={c('label')}>{t('reports.note.only-here')}</p>
      {children}
    </div>
  )
}

function PageOneNotes({ view }: { readonly view: ReportView }) {
  const { t } = useWords()
  const notes = useNotes(view)
  const save = useSaveNotes(view)
  return (
    <Editor>
      <Row align="start">
        <div className={c('half')}>
          <NoteField
            label={t('reports.note.prepared-by')}
            place={{ kind: 'prepared-by' }}
            maxLength={SHORT}
            value={notes.preparedBy}
            onSave={preparedBy => save({ preparedBy })}
          />
        </div>
        <div className={c('half')}>
          <NoteField
            label={t('reports.note.reviewed-by')}
            place={{ kind: 'reviewed-by' }}
            maxLength={SHORT}
            value={notes.reviewedBy}
            onSave={reviewedBy => save({ reviewedBy })}
          />
        </div>
      </Row>
      <Select
        label={t('reports.note.unusual')}
        value={notes.unusual.answer}
        onChange={answer => void save({ unusual: { ...notes.unusual, answer } })}
        choices={[
          { value: 'not-known', label: t('reports.note.unusual.not-known') },
          { value: 'no', label: t('reports.note.unusual.no') },
          { value: 'yes', label: t('reports.note.unusual.yes') },
        ]}
      />
      <NoteField
        label={t('reports.note.unusual-note')}
        place={{ kind: 'unusual' }}
        hint={t('reports.note.no-names')}
        lines={2}
        maxLength={LONG}
        value={notes.unusual.note}
        onSave={note => save({ unusual: { ...notes.unusual, note } })}
      />
    </Editor>
  )
}

interface LongNoteProps {
  readonly view: ReportView
  readonly field: 'changes' | 'balancePlan'
}

function LongNote({ view, field }: LongNoteProps) {
  const { t } = useWords()
  const notes = useNotes(view)
  const save = useSaveNotes(view)
  return (
    <Editor>
      <NoteField
        place={{ kind: field === 'changes' ? 'changes' : 'balance' }}
        label={t(field === 'changes' ? 'reports.note.changes' : 'reports.note.balance')}
        hint={t(field === 'changes' ? 'reports.note.no-names' : 'reports.note.balance.hint')}
        lines={3}
        maxLength={LONG}
        value={notes[field]}
        onSave={text => save({ [field]: text })}
      />
    </Editor>
  )
}

/** One field for each line that went over its budget, or has a reason written. */
function WhyOver({ view }: { readonly view: ReportView }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSaveNote()
  const rows = view.report.budget.groups.flatMap(group => [null, ...group.rows, null])
  const over = rows.flatMap((row, i): { id: RecordId; of: LineName; name: string }[] => {
    const id = view.lineOfRow.e[i]
    if (!row || !id || ((row.leftCents ?? 0) >= 0 && row.whyOver === '')) return []
    return [{ id, of: row.line, name: view.words.line(row.line) }]
  })
  if (over.length === 0) return null
  return (
    <Editor>
      {over.map(({ id, of, name }) => (
        <WhyField
          key={id}
          id={id}
          place={{ kind: 'why-over', line: of }}
          label={t('reports.note.why', { line: name })}
          onSave={whyOver => save(commands.editLine(id, { whyOver }))}
        />
      ))}
    </Editor>
  )
}

interface WhyFieldProps {
  readonly id: RecordId
  readonly place: PlacedHit['place']
  readonly label: string
  readonly onSave: (text: string) => Promise<boolean>
}

function WhyField({ id, place, label, onSave }: WhyFieldProps) {
  const known = useLive(live => live.get(line, id))
  return (
    <NoteField place={place} label={label} maxLength={LONG} value={known?.whyOver ?? ''} onSave={onSave} />
  )
}
