/** `03/04/2026` can be two days: the person says which, with the file's own dates written out both ways. */
import { useState } from 'react'
import { dateFromParts } from '#domain/dates.ts'
import type { DateOrder } from '#imports/bank-dates.ts'
import type { DateOrderQuestion as Question } from '#imports/import-problem.ts'
import { Button } from '../parts/Button.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import { Row } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'

interface DateOrderQuestionProps {
  readonly question: Question
  readonly onAnswer: (order: DateOrder) => void
}

export function DateOrderQuestion({ question, onAnswer }: DateOrderQuestionProps) {
  const { t, date, list } = useWords()
  const [order, setOrder] = useState<DateOrder>(question.likely ?? question.orders[0] ?? 'mdy')
  const asDates = (wanted: DateOrder) =>
    list(
      question.column.samples.slice(0, 3).flatMap(text => {
        const read = readAs(text, wanted)
        return read ? [`${text} → ${date(read, 'long')}`] : []
      }),
    )
  return (
    <>
      <RadioCards
        label={t('import.date-order.question')}
        value={order}
        onChange={setOrder}
        options={question.orders.map(each => ({
          value: each,
          label: t(`import.date-order.${each}`),
          description:
            each === question.likely ? `${asDates(each)} · ${t('import.date-order.likely')}` : asDates(each),
        }))}
      />
      <Row>
        <Button kind="primary" onPress={() => onAnswer(order)}>
          {t('import.date-order.use')}
        </Button>
      </Row>
    </>
  )
}

/** For the example only; the file is read by its reader. */
function readAs(text: string, order: DateOrder): string | null {
  const parts = text.split(/\D+/).filter(Boolean).map(Number)
  const [a = 0, b = 0, c = 0] = parts
  const year = (value: number) => (value < 100 ? 2000 + value : value)
  if (order === 'ymd') return dateFromParts(year(a), b, c)
  return order === 'mdy' ? dateFromParts(year(c), a, b) : dateFromParts(year(c), b, a)
}
