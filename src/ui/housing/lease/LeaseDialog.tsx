/** A lease, written down once it is signed: its dates reach the plan, its rent the money, in one step. */
import { type FormEvent, useState } from 'react'
import { account } from '#domain/account.ts'
import { byOrder } from '#domain/budget-actual.ts'
import type { Home } from '#domain/home.ts'
import { jsonEquals } from '#domain/json.ts'
import type { Lease } from '#domain/lease.ts'
import type { LeaseFields as Fields } from '#state/commands/leases.ts'
import { useCanRead, useGroup, useLive } from '../../group-context.tsx'
import { useLines } from '../../money/use-line-items.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { submitForm } from '../../parts/submit-form.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useOpenProblems } from '../use-open-problems.ts'
import { LeaseFields } from './LeaseFields.tsx'
import { formForHome, formToFields, formToMoney, type LeaseProblem, leaseToForm } from './lease-draft.ts'

/** Where an address is to be told; the words of one task's checklist. */
const OFFICES = ['ircc', 'cra', 'health', 'bank', 'school', 'licence'] as const
const FORM_ID = 'lease-form'

interface LeaseDialogProps {
  readonly home: Home
  /** Null: a new one. */
  readonly of: Lease | null
  readonly onClose: () => void
}

export function LeaseDialog({ home, of, onClose }: LeaseDialogProps) {
  const { t, today } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const hasMoney = useCanRead('money')
  const accounts = useLive(live => live.records(account))
  const lines = useLines()
  const open = useOpenProblems()
  const [start] = useState(() => {
    const first = hasMoney ? accounts.filter(each => !each.closed).toSorted(byOrder)[0] : undefined
    return of === null ? formForHome(home, today(), first?.id ?? null) : leaseToForm(of)
  })
  const [form, setForm] = useState(start)
  const [problems, setProblems] = useState<readonly LeaseProblem[]>([])
  const [isLeaving, setLeaving] = useState(false)
  const leave = () => (JSON.stringify(form) === JSON.stringify(start) ? onClose() : setLeaving(true))
  const lineOf = (key: string) => lines.find(each => each.key === key)?.id ?? null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const fields = formToFields(form)
    setProblems(fields.ok ? [] : fields.problem)
    if (!open.allow() || !fields.ok) return
    const running =
      of === null
        ? commands.recordLease(home.id, {
            fields: fields.value,
            money: formToMoney(form, { rent: lineOf('rent'), lastMonth: lineOf('last-month-rent') }),
            addressChanges: OFFICES.map(each => t(`housing.address-change.${each}`)),
          })
        : commands.editLease(of.id, changed(fields.value, of))
    if (await save(running, t(of === null ? 'housing.lease.recorded' : 'housing.lease.saved'))) onClose()
  }
  useShortcuts([
    {
      id: 'save-lease',
      keys: 'Ctrl+Enter',
      labelId: 'common.save',
      group: 'here',
      run: () => submitForm(FORM_ID),
    },
  ])
  return (
    <Dialog
      title={t(of === null ? 'housing.lease.record' : 'housing.lease')}
      isOpen
      onClose={leave}
      size="large"
      actions={<DialogFoot onCancel={leave} submits={FORM_ID} />}
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)}>
        <LeaseFields
          form={form}
          isNew={of === null}
          hasMoney={hasMoney}
          problems={problems}
          open={open}
          onChange={setForm}
        />
      </DialogForm>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}

/** Only what differs, so that what others change meanwhile stays. */
function changed(fields: Fields, of: Lease): Partial<Fields> {
  const before: Readonly<Record<string, unknown>> = { ...of }
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !jsonEquals(value, before[name] as never)),
  )
}
