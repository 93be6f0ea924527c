/** Payees known from other entries; choosing one proposes the line that its rows go to. */
import { useMemo } from 'react'
import { entry } from '#domain/entry.ts'
import { line } from '#domain/line.ts'
import { createSorter } from '#state/sorting.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { ComboBox } from '../../parts/ComboBox.tsx'
import { useWords } from '../../words/use-words.ts'
import { type EntryDraft, signOf } from './entry-draft.ts'

interface PayeeFieldProps {
  readonly draft: EntryDraft
  readonly onChange: (draft: EntryDraft) => void
}

export function PayeeField({ draft, onChange }: PayeeFieldProps) {
  const { t } = useWords()
  const { live } = useGroup()
  const entries = useLive(here => here.records(entry))
  const items = useMemo(
    () =>
      [...new Set(entries.toReversed().map(each => each.payee))]
        .filter(Boolean)
        .slice(0, 400)
        .map(payee => ({ id: payee, label: payee })),
    [entries],
  )
  const choose = (payee: string) => {
    const [only] = draft.splits
    if (draft.splits.length > 1 || !only || only.line !== null) return onChange({ ...draft, payee })
    const cents = (draft.cents ?? 1) * signOf(draft.type)
    const { line: to, method } = createSorter(live)({ text: payee, cents, date: draft.date ?? '2000-01-01' })
    const target = to === null ? undefined : live.get(line, to)
    const fits = target && (target.countsAs === 'income') === (draft.type === 'income')
    onChange({
      ...draft,
      payee,
      method: draft.method || method,
      splits: fits ? [{ ...only, line: to }] : draft.splits,
    })
  }
  return (
    <ComboBox
      label={t(draft.type === 'income' ? 'money.from-whom' : 'money.payee')}
      optional
      width="wide"
      items={items}
      value={null}
      onChange={id => {
        if (id !== null) choose(id)
      }}
      text={draft.payee}
      onTextChange={payee => {
        if (payee !== draft.payee) onChange({ ...draft, payee })
      }}
    />
  )
}
