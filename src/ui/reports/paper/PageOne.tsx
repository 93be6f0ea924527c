/** Page 1, which stands alone: the box, the eight lines, the answers, and lines to sign by hand. */
import type { ReportRow, ReportTable } from '#reports/report-tables.ts'
import type { ReportView } from '#state/report-files.ts'
import { classes } from '../../parts/classes.ts'
import { cellText } from './PaperTable.tsx'
import css from './page-one.module.css'
import type { PaperWords } from './paper-words.ts'

const c = classes(css)

export function PageOne({ view, words }: { readonly view: ReportView; readonly words: PaperWords }) {
  const table = (id: ReportTable['id']) => view.tables.find(each => each.id === id)
  const { report } = view
  const [box, figures, answers] = [table('box'), table('figures'), table('answers')]
  return (
    <>
      <header className={c('head')}>
        <p className={c('copy')}>{words.text(`audience.${report.audience}`)}</p>
        <h2 className={c('title')}>{words.text('section.box')}</h2>
      </header>
      {box && (
        <dl className={c('box')}>
          {box.rows.map(row => (
            <div key={cellText(row.cells[0], words)} className={c('fact')}>
              <dt>{cellText(row.cells[0], words)}</dt>
              <dd>{cellText(row.cells[1], words)}</dd>
            </div>
          ))}
        </dl>
      )}
      {figures && <Figures table={figures} words={words} />}
      {answers && <Answers table={answers} words={words} />}
      <div className={c('signatures')}>
        <Signature label={words.text('sign.prepared-by')} name={report.signatures.preparedBy} words={words} />
        <Signature label={words.text('sign.reviewed-by')} name={report.signatures.reviewedBy} words={words} />
      </div>
    </>
  )
}

interface PartProps {
  readonly table: ReportTable
  readonly words: PaperWords
}

function Figures({ table, words }: PartProps) {
  return (
    <div>
      <table className={c('figures')}>
        <caption>
          <h3 className={c('part')}>{table.title}</h3>
        </caption>
        <tbody>
          {table.rows.map(row => (
            <tr key={cellText(row.cells[0], words)} className={c(isSum(row) && 'sum')}>
              <th scope="row">{cellText(row.cells[0], words)}</th>
              <td>{cellText(row.cells[1], words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Notes table={table} />
    </div>
  )
}

function Notes({ table }: Pick<PartProps, 'table'>) {
  return table.notes.map(note => (
    <p key={note} className={c('note')}>
      {note}
    </p>
  ))
}

/** A line that follows from those above it. */
const isSum = ({ cells }: ReportRow): boolean => cells[1]?.kind === 'money' && cells[1].sum.length > 0

function Answers({ table, words }: PartProps) {
  return (
    <div>
      <table className={c('answers')}>
        <caption>
          <h3 className={c('part')}>{table.title}</h3>
        </caption>
        <tbody>
          {table.rows.map(row => (
            <tr key={cellText(row.cells[0], words)}>
              <th scope="row">{cellText(row.cells[0], words)}</th>
              <td className={c('answer')}>{cellText(row.cells[1], words)}</td>
              <td>{cellText(row.cells[2], words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Notes table={table} />
    </div>
  )
}

interface SignatureProps {
  readonly label: string
  readonly name: string
  readonly words: PaperWords
}

/** Signed by hand: the name may be printed, the lines stay empty. */
function Signature({ label, name, words }: SignatureProps) {
  return (
    <div className={c('signature')}>
      <p className={c('signer')}>
        <span>{label}</span>
        <strong className={c('signerName')}>{name}</strong>
      </p>
      <p className={c('line', 'wide')}>{words.text('sign.signature')}</p>
      <p className={c('line')}>{words.text('sign.date')}</p>
    </div>
  )
}
