/** The start-up list before it is added: what this household needs by its size and ages, and where the list is from. */
import { useState } from 'react'
import { itemRooms } from '#domain/household-item.ts'
import { type OfferedThing, shippedHouseholdList } from '#domain/household-list.ts'
import { thingsOffered } from '#state/household-list.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { Stack } from '../../parts/Section.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { TickSection } from '../../parts/TickSection.tsx'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Things.module.css'
import { useThingName } from './use-thing-words.ts'

const c = classes(css)

export function ThingsOfferDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const offered = useLive(thingsOffered)
  /** Only what was ticked or unticked by hand. */
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map())
  const free = offered.filter(each => each.state !== 'there')
  const isChosen = (each: OfferedThing): boolean => choices.get(each.item.key) ?? each.state === 'new'
  const chosen = new Set(free.filter(isChosen).map(each => each.item.key))
  const there = offered.length - free.length
  const set = (keys: readonly string[], on: boolean) =>
    setChoices(new Map([...choices, ...keys.map(key => [key, on] as const)]))
  const add = async () => {
    if (chosen.size === 0) return
    if (await save(commands.seedThings(chosen), t('things.offer.added', { count: chosen.size }))) onClose()
  }
  useShortcuts([
    { id: 'add-things', keys: 'Ctrl+Enter', labelId: 'things.offer', group: 'here', run: () => void add() },
  ])
  const { source } = shippedHouseholdList()
  return (
    <Dialog
      title={t('things.offer')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <DialogFoot
          onCancel={onClose}
          save={t('things.offer.add', { count: chosen.size })}
          disabled={chosen.size === 0}
          aria-keyshortcuts="Control+Enter"
          onSave={() => void add()}
        />
      }
    >
      <Stack>
        <p>
          {t('things.offer.intro')} <StatusTag status={saidStatus(source.status)} />
        </p>
        {there > 0 && <p>{t('things.offer.there', { count: there })}</p>}
        {itemRooms.map(room => {
          const items = free.filter(each => each.item.room === room)
          if (items.length === 0) return null
          return (
            <TickSection
              key={room}
              title={t(`things.room.${room}`)}
              keys={items.map(each => each.item.key)}
              ticked={chosen}
              onTick={set}
              list={c('offer')}
            >
              {items.map(each => (
                <OfferedRow
                  key={each.item.key}
                  of={each}
                  isChosen={chosen.has(each.item.key)}
                  onChange={on => set([each.item.key], on)}
                />
              ))}
            </TickSection>
          )
        })}
      </Stack>
    </Dialog>
  )
}

interface OfferedRowProps {
  readonly of: OfferedThing
  readonly isChosen: boolean
  readonly onChange: (on: boolean) => void
}

function OfferedRow({ of, isChosen, onChange }: OfferedRowProps) {
  const { t } = useWords()
  const name = useThingName()({ name: '', seedKey: of.item.key, quantity: of.quantity })
  const hint = [
    of.item.newOnly === null ? '' : t('things.new-only'),
    of.state === 'deleted' ? t('things.offer.deleted') : '',
  ].filter(Boolean)
  return (
    <li>
      <Checkbox
        label={name}
        checked={isChosen}
        onChange={onChange}
        {...(hint.length > 0 ? { hint: hint.join(' · ') } : {})}
      />
    </li>
  )
}
