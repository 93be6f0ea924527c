/** Is there a paper? Then it gets the next number, written on it by hand. */
import { proposeReceiptNumber } from '#state/receipts.ts'
import { PapersField } from '../../attachments/PapersField.tsx'
import { useGroup } from '../../group-context.tsx'
import { classes } from '../../parts/classes.ts'
import { WholeLine } from '../../parts/FormGrid.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './Entries.module.css'
import type { EntryDraft } from './entry-draft.ts'
import type { EntryPapers } from './use-entry-papers.ts'

const c = classes(css)

interface ReceiptFieldsProps {
  readonly draft: EntryDraft
  readonly papers: EntryPapers
  readonly onChange: (change: Partial<EntryDraft>) => void
}

export function ReceiptFields({ draft, papers, onChange }: ReceiptFieldsProps) {
  const { t, today } = useWords()
  const { live } = useGroup()
  const choose = (receipt: EntryDraft['receipt']) =>
    onChange({
      receipt,
      receiptNumber:
        receipt === 'have' && draft.receiptNumber === ''
          ? proposeReceiptNumber(live, draft.date ?? today())
          : draft.receiptNumber,
    })
  return (
    <>
      <Select
        label={t('money.receipt')}
        value={draft.receipt}
        onChange={choose}
        choices={(['missing', 'have', 'not-needed'] as const).map(value => ({
          value,
          label: t(`money.receipt.${value}`),
        }))}
      />
      {draft.receipt === 'have' && (
        <TextField
          label={t('money.receipt-number')}
          value={draft.receiptNumber}
          width="narrow"
          maxLength={40}
          onChange={receiptNumber => onChange({ receiptNumber })}
          hint={
            draft.receiptNumber === '' ? undefined : (
              <span className={c('stamp')}>
                {t('money.receipt.write')} <span className={c('number')}>{draft.receiptNumber}</span>
              </span>
            )
          }
        />
      )}
      <WholeLine>
        <PapersField
          label={t('money.papers')}
          papers={papers.shown}
          onAdd={paper => {
            papers.add(paper)
            if (draft.receipt !== 'have') choose('have')
          }}
          onRemove={papers.remove}
        />
      </WholeLine>
    </>
  )
}
