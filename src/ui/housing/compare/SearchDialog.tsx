/** Who is to live together, what shelter money they get, and what they expect to have when support has ended. */
import { type FormEvent, useState } from 'react'
import type { SearchFacts } from '#state/home-figures.ts'
import { useCanRead, useGroup } from '../../group-context.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useOpenProblems } from '../use-open-problems.ts'
import css from './Compare.module.css'

const c = classes(css)
const FORM_ID = 'home-search-form'

export function SearchDialog({
  facts,
  onClose,
}: {
  readonly facts: SearchFacts
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const { commands } = useGroup()
  const hasMoney = useCanRead('money')
  const save = useSave()
  const open = useOpenProblems()
  const enteredCents = facts.shelter.kind === 'entered' ? facts.shelter.cents : null
  const before = facts.chosen.map(each => each.id)
  const [units, setUnits] = useState<readonly string[]>(before)
  const [shelterCents, setShelter] = useState(enteredCents)
  const [incomeCents, setIncome] = useState(facts.incomeCents)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!open.allow()) return
    const running = commands.setHomeSearch(units.join() === before.join() ? null : units, {
      ...(shelterCents === enteredCents ? {} : { shelterCents }),
      ...(incomeCents === facts.incomeCents ? {} : { incomeCents }),
    })
    if (await save(running, t('housing.search-for.saved'))) onClose()
  }
  return (
    <Dialog
      title={t('housing.search-for')}
      isOpen
      onClose={onClose}
      actions={<DialogFoot onCancel={onClose} submits={FORM_ID} />}
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)}>
        <Stack>
          {facts.units.length > 1 && (
            <fieldset className={c('picker')}>
              <legend className={c('legend')}>{t('housing.search-for.people')}</legend>
              {facts.units.map(each => (
                <Checkbox
                  key={each.id}
                  label={each.label}
                  hint={t('housing.for-people', {
                    adults: each.adults,
                    children: each.childrenUnder6 + each.children6to17,
                  })}
                  checked={units.includes(each.id)}
                  onChange={on => setUnits(on ? [...units, each.id] : units.filter(one => one !== each.id))}
                />
              ))}
            </fieldset>
          )}
          {hasMoney ? (
            <>
              <AmountField
                label={t('housing.shelter')}
                hint={t('housing.shelter.hint')}
                optional
                unsigned
                value={shelterCents}
                onChange={(cents, problem) => {
                  open.note('shelter', problem)
                  setShelter(cents)
                }}
                error={open.error('shelter')}
              />
              <AmountField
                label={t('housing.income')}
                hint={t('housing.income.hint')}
                optional
                unsigned
                value={incomeCents}
                onChange={(cents, problem) => {
                  open.note('income', problem)
                  setIncome(cents)
                }}
                error={open.error('income')}
              />
            </>
          ) : (
            <Notice>{t('housing.income.elsewhere')}</Notice>
          )}
        </Stack>
      </DialogForm>
    </Dialog>
  )
}
