/** Things under each other: what, what is to be known of it, what a gift is worth, and how far it is. */
import { deliveryStop, type HouseholdItem, itemStates, secondHandWarning } from '#domain/household-item.ts'
import { member } from '#domain/member.ts'
import { giftValueOf, photosOfThing } from '#state/household-list.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Link } from '../../parts/Link.tsx'
import { RowFacts, RowItem, RowList } from '../../parts/RowList.tsx'
import { Select } from '../../parts/Select.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useThingName } from './use-thing-words.ts'

interface ThingRowsProps {
  readonly label: string
  readonly things: readonly HouseholdItem[]
  readonly onOpen: (of: HouseholdItem) => void
}

export function ThingRows({ label, things, onOpen }: ThingRowsProps) {
  return (
    <RowList label={label}>
      {things.map(each => (
        <ThingRow key={each.id} of={each} onOpen={() => onOpen(each)} />
      ))}
    </RowList>
  )
}

function ThingRow({ of, onOpen }: { readonly of: HouseholdItem; readonly onOpen: () => void }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const name = useThingName()(of)
  const worth = useLive(live => giftValueOf(live, of.id))
  return (
    <RowItem
      figure={worth && <Amount cents={worth.money.cents} />}
      actions={
        <Select
          label={t('things.state-of', { name })}
          labelHidden
          value={of.state}
          onChange={state =>
            void save(
              commands.moveThings([of.id], state),
              t('things.moved', { name, state: t(`things.state.${state}`) }),
            )
          }
          choices={itemStates.map(value => ({ value, label: t(`things.state.${value}`) }))}
        />
      }
    >
      <Link look="plain" onPress={onOpen}>
        {name}
      </Link>
      <ThingFacts of={of} />
    </RowItem>
  )
}

function ThingFacts({ of }: { readonly of: HouseholdItem }) {
  const { t } = useWords()
  const who = useLive(live => (of.assigned === null ? undefined : live.get(member, of.assigned)))
  const stop = useLive(live => (of.stop === null ? undefined : live.get(deliveryStop, of.stop)))
  const pictures = useLive(live => photosOfThing(live, of.id).length)
  const warning = secondHandWarning(of)
  return (
    <RowFacts>
      {warning !== null ? (
        <Tag tone="danger" icon="warn">
          {t(`things.second-hand.${warning}`)}
        </Tag>
      ) : (
        of.newOnly !== null && <Tag>{t('things.new-only')}</Tag>
      )}
      {of.source !== '' && <span>{t(`things.source.${of.source}`)}</span>}
      {of.condition === 'second-hand' && warning === null && <span>{t('things.condition.second-hand')}</span>}
      {of.assigned !== null && <span>{who?.name || t('plan.member.unnamed')}</span>}
      {pictures > 0 && <span>{t('things.pictures', { count: pictures })}</span>}
      {stop && <span>{t('things.picked-up', { place: stop.place || t('things.stop.unnamed') })}</span>}
    </RowFacts>
  )
}
