/** Beside the missing receipts: numbers that no entry has, and numbers that stand on two papers. */
import { receiptNumberCheck } from '#state/receipts.ts'
import { useLive } from '../../group-context.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useWords } from '../../words/use-words.ts'

export function ReceiptGaps() {
  const { t, list } = useWords()
  const { gaps, doubles } = useLive(receiptNumberCheck)
  if (gaps.length + doubles.length === 0) return null
  return (
    <Notice title={t('money.receipt-numbers')}>
      {gaps.length > 0 && <p>{t('money.receipt-numbers.gaps', { numbers: list(gaps) })}</p>}
      {doubles.length > 0 && <p>{t('money.receipt-numbers.doubles', { numbers: list(doubles) })}</p>}
    </Notice>
  )
}
