/** Places that somebody fills: who drives, interprets, looks after the children, brings the papers. */
import { slotRoles } from '#domain/appointment.ts'
import { contact } from '#domain/contact.ts'
import { member } from '#domain/member.ts'
import type { SlotDraft } from '#state/commands/appointments.ts'
import { useLive } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { Row } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Calendar.module.css'

const c = classes(css)
const NOBODY = 'nobody'

interface SlotFieldsProps {
  readonly slots: readonly SlotDraft[]
  readonly onChange: (slots: readonly SlotDraft[]) => void
}

export function SlotFields({ slots, onChange }: SlotFieldsProps) {
  const { t, list } = useWords()
  const members = useLive(live => live.records(member))
  const contacts = useLive(live => live.records(contact))
  const change = (at: number, fields: Partial<SlotDraft>) =>
    onChange(slots.map((each, i) => (i === at ? { ...each, ...fields } : each)))
  const isContact = new Set(contacts.map(({ id }) => id))
  const fillerOf = (id: string): SlotDraft['filledBy'] =>
    id === NOBODY ? null : { kind: isContact.has(id) ? 'contact' : 'member', id }
  /** Whoever has left stays where they are entered; contacts interpret, or stay too. */
  const choicesFor = ({ role, filledBy }: SlotDraft) => {
    const own = members
      .filter(({ id, leftAt }) => leftAt === null || id === filledBy?.id)
      .map(({ id, name }) => ({ value: id, label: name || t('money.member.unnamed') }))
    const others = contacts
      .filter(
        ({ id, category }) => id === filledBy?.id || (role === 'interpreter' && category === 'interpreter'),
      )
      .map(({ id, name, organization, languages }) => ({
        value: id,
        label: [name || organization, list(languages)].filter(Boolean).join(' · '),
      }))
    const nobody = { value: NOBODY, label: t('calendar.nobody-yet') }
    return others.length === 0
      ? [nobody, ...own]
      : [
          nobody,
          { group: t('people.nav.contacts'), choices: others },
          { group: t('people.nav.members'), choices: own },
        ]
  }
  return (
    <fieldset className={c('group')}>
      <legend className={c('legend')}>{t('calendar.slots')}</legend>
      {slots.map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number while the form is open
        <div key={i} className={c('slot')}>
          <Select
            label={t('calendar.slot.role')}
            value={each.role}
            onChange={role => change(i, { role })}
            choices={slotRoles.map(value => ({ value, label: t(`calendar.role.${value}`) }))}
          />
          <Select
            label={t('calendar.slot.who')}
            value={each.filledBy?.id ?? NOBODY}
            onChange={id => change(i, { filledBy: fillerOf(id) })}
            choices={choicesFor(each)}
          />
          <TextField
            label={t('calendar.slot.note')}
            optional
            value={each.note}
            maxLength={200}
            onChange={note => change(i, { note })}
          />
          <IconButton
            icon="close"
            label={t('calendar.slot.remove', { role: t(`calendar.role.${each.role}`) })}
            onPress={() => onChange(slots.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Row>
        {slotRoles.map(role => (
          <Button
            key={role}
            size="small"
            icon="add"
            onPress={() => onChange([...slots, { id: null, role, filledBy: null, note: '' }])}
          >
            {t(`calendar.role.${role}`)}
          </Button>
        ))}
      </Row>
    </fieldset>
  )
}
