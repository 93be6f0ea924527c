/** The settlement plan before it is added: what would come, when, where from, and why the rest would not. */
import { type ReactNode, useState } from 'react'
import { resolveDue } from '#domain/due-date.ts'
import { dueOfItem, isProposed, type OfferedItem } from '#domain/settlement-plan.ts'
import type { Arrival } from '#domain/sponsorship.ts'
import { taskPhases } from '#domain/task.ts'
import { offeredPlan, planContexts } from '#state/plan.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Kbd } from '../../parts/Kbd.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { StatusTag, Tag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { TickSection } from '../../parts/TickSection.tsx'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useTaskWords } from '../use-task-words.ts'
import css from './PlanOffer.module.css'

const c = classes(css)
const OPEN = { status: { state: 'open', doneOn: null } } as const

interface PlanOfferDialogProps {
  /** In their order; at least one. */
  readonly arrivals: readonly Arrival[]
  readonly onClose: () => void
}

export function PlanOfferDialog({ arrivals, onClose }: PlanOfferDialogProps) {
  const { t } = useWords()
  const [arrivalId, setArrivalId] = useState(arrivals[0]?.id ?? '')
  const which = (
    <Select
      label={t('plan.task.which-arrival')}
      value={arrivalId}
      onChange={setArrivalId}
      choices={arrivals.map((each, i) => ({
        value: each.id,
        label: i === 0 ? t('plan.arrival.first') : t('plan.arrival.later', { number: i + 1 }),
      }))}
    />
  )
  const of = arrivals.find(each => each.id === arrivalId)
  if (!of) return null
  return <Offer key={arrivalId} of={of} which={arrivals.length > 1 ? which : null} onClose={onClose} />
}

interface OfferProps {
  readonly of: Arrival
  readonly which: ReactNode
  readonly onClose: () => void
}

function Offer({ of, which, onClose }: OfferProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const offered = useLive(live => offeredPlan(live, of.id))
  /** Only what was ticked or unticked by hand. */
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [isBusy, setBusy] = useState(false)
  const isChosen = (each: OfferedItem): boolean =>
    each.state !== 'there' &&
    each.verdict.kind !== 'does-not-apply' &&
    (choices.get(each.item.key) ?? isProposed(each))
  const applies = offered.filter(each => each.verdict.kind !== 'does-not-apply')
  const others = offered.filter(each => each.verdict.kind === 'does-not-apply')
  const chosen = new Set(applies.filter(isChosen).map(each => each.item.key))
  const there = applies.filter(each => each.state === 'there').length
  const set = (keys: readonly string[], on: boolean) =>
    setChoices(new Map([...choices, ...keys.map(key => [key, on] as const)]))
  const add = async () => {
    setBusy(true)
    const done = t('plan.offer.added', { count: chosen.size })
    const saved = await save(commands.seedPlan(of.id, chosen), done)
    setBusy(false)
    if (saved) onClose()
  }
  useShortcuts([
    {
      id: 'add-plan',
      keys: 'Ctrl+Enter',
      labelId: 'plan.offer',
      group: 'here',
      run: () => {
        if (chosen.size > 0 && !isBusy) void add()
      },
    },
  ])
  return (
    <Dialog
      title={t('plan.offer')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <DialogFoot
          onCancel={onClose}
          save={t('plan.offer.add', { count: chosen.size })}
          busy={isBusy}
          disabled={chosen.size === 0}
          onSave={() => void add()}
        />
      }
    >
      <Stack>
        <p>{t('plan.offer.intro')}</p>
        <p className={c('small')}>
          {t('plan.offer.keys')} <Kbd keys="Ctrl+Enter" />
        </p>
        {which}
        {there > 0 && there === applies.length && <p>{t('plan.offer.nothing')}</p>}
        {there > 0 && there < applies.length && (
          <p className={c('small')}>{t('plan.offer.there', { count: there })}</p>
        )}
        {taskPhases.map(phase => {
          const items = applies.filter(each => each.item.phase === phase && each.state !== 'there')
          if (phase === '' || items.length === 0) return null
          return (
            <TickSection
              key={phase}
              title={t(`plan.phase.${phase}`)}
              keys={items.map(each => each.item.key)}
              ticked={chosen}
              onTick={set}
              list={c('items')}
            >
              {items.map(each => (
                <OfferedRow
                  key={each.item.key}
                  of={each}
                  arrival={of}
                  isChosen={chosen.has(each.item.key)}
                  onChange={on => set([each.item.key], on)}
                />
              ))}
            </TickSection>
          )
        })}
        {others.length > 0 && (
          <Disclosure label={t('plan.offer.others', { count: others.length })}>
            <ul className={c('items')}>
              {others.map(each => (
                <OtherRow key={each.item.key} of={each} />
              ))}
            </ul>
          </Disclosure>
        )}
      </Stack>
    </Dialog>
  )
}

interface OfferedRowProps {
  readonly of: OfferedItem
  readonly arrival: Arrival
  readonly isChosen: boolean
  readonly onChange: (on: boolean) => void
}

function OfferedRow({ of, arrival, isChosen, onChange }: OfferedRowProps) {
  const { t, list, date, today } = useWords()
  const words = useTaskWords()
  const contextOf = useLive(planContexts)
  const { item, verdict, state } = of
  const when = resolveDue(dueOfItem(item, arrival.id), contextOf(arrival.sponsorship))
  const isPast = when.kind === 'date' && when.date < today()
  const said = isPast ? t('plan.offer.past', { date: date(when.date) }) : words.due(when, OPEN).text
  return (
    <li className={c('item')}>
      <Checkbox
        label={words.title({ title: '', seedKey: item.key })}
        hint={`${said} · ${t(`plan.who.${item.who}`)}`}
        checked={isChosen}
        onChange={onChange}
      />
      <div className={c('more')}>
        <div className={c('tags')}>
          {item.hard && (
            <Tag tone="warn" icon="flag">
              {t('plan.hard')}
            </Tag>
          )}
          {state === 'deleted' && <Tag>{t('plan.offer.was-deleted')}</Tag>}
          <StatusTag status={saidStatus(item.source.status)} />
        </div>
        {verdict.kind === 'unsure' && (
          <p className={c('small')}>
            {t('plan.offer.unsure', { list: list(verdict.why.map(why => t(`plan.depends.${why}`))) })}
          </p>
        )}
        <p className={c('small')}>{item.source.text}</p>
      </div>
    </li>
  )
}

function OtherRow({ of }: { readonly of: OfferedItem }) {
  const { t } = useWords()
  const words = useTaskWords()
  if (of.verdict.kind !== 'does-not-apply') return null
  return (
    <li className={c('item')}>
      <span>{words.title({ title: '', seedKey: of.item.key })}</span>
      <span className={c('small')}>{t(`plan.why-not.${of.verdict.why}`)}</span>
    </li>
  )
}
