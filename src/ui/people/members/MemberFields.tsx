/** The fields of a member. A name is all that is needed. */
import { type AvailableTime, dayTimes } from '#domain/availability.ts'
import { memberRoles } from '#domain/member.ts'
import { weekdays } from '#domain/wall-clock.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Stack } from '../../parts/Section.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useWords } from '../../words/use-words.ts'
import css from '../People.module.css'
import type { MemberDraft } from './member-draft.ts'

const c = classes(css)

interface MemberFieldsProps {
  readonly draft: MemberDraft
  readonly isKnown: boolean
  readonly nameMissing: boolean
  readonly onChange: (draft: MemberDraft) => void
}

export function MemberFields({ draft, isKnown, nameMissing, onChange }: MemberFieldsProps) {
  const { t } = useWords()
  const set = (change: Partial<MemberDraft>) => onChange({ ...draft, ...change })
  const { roles } = draft
  return (
    <Stack>
      <TextField
        label={t('setup.group.me-other')}
        autoFocus
        maxLength={200}
        value={draft.name}
        onChange={name => set({ name })}
        error={nameMissing && draft.name.trim() === '' ? t('people.member.name-missing') : null}
      />
      <TextField
        label={t('people.member.phone')}
        hint={t('people.member.phone.hint')}
        optional
        inputMode="tel"
        maxLength={200}
        value={draft.phone}
        onChange={phone => set({ phone })}
      />
      <fieldset className={c('group')}>
        <legend className={c('legend')}>{t('people.member.roles')}</legend>
        {memberRoles.map(role => (
          <Checkbox
            key={role}
            label={t(`people.role.${role}`)}
            checked={roles.includes(role)}
            onChange={isOn => set({ roles: isOn ? [...roles, role] : roles.filter(each => each !== role) })}
          />
        ))}
      </fieldset>
      <Disclosure
        label={t('people.member.available')}
        defaultOpen={draft.available.length > 0 || draft.availableNote !== ''}
      >
        <Stack>
          <AvailableGrid chosen={draft.available} onChange={available => set({ available })} />
          <TextField
            label={t('people.member.available.note')}
            hint={t('people.member.available.note.hint')}
            optional
            width="wide"
            maxLength={200}
            value={draft.availableNote}
            onChange={availableNote => set({ availableNote })}
          />
        </Stack>
      </Disclosure>
      <Checkbox
        label={t('people.member.paper-only')}
        hint={t('people.member.paper-only-hint')}
        checked={draft.paperOnly}
        onChange={paperOnly => set({ paperOnly })}
      />
      {isKnown && (
        <Checkbox
          label={t('people.member.left')}
          hint={t('people.member.left-hint')}
          checked={draft.hasLeft}
          onChange={hasLeft => set({ hasLeft })}
        />
      )}
    </Stack>
  )
}

interface AvailableGridProps {
  readonly chosen: readonly AvailableTime[]
  readonly onChange: (chosen: readonly AvailableTime[]) => void
}

/** A week of mornings, afternoons and evenings; each box says which it is. */
function AvailableGrid({ chosen, onChange }: AvailableGridProps) {
  const { t, weekday } = useWords()
  return (
    <table className={c('times')}>
      <caption className={c('legend')}>{t('people.member.available.when')}</caption>
      <thead>
        <tr>
          <td />
          {dayTimes.map(time => (
            <th key={time} scope="col">
              {t(`people.day-time.${time}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map(day => (
          <tr key={day}>
            <th scope="row">{weekday(day)}</th>
            {dayTimes.map(time => {
              const own = `${day}-${time}` as const
              return (
                <td key={time}>
                  <Checkbox
                    label={t('people.member.available.box', {
                      day: weekday(day),
                      time: t(`people.day-time.${time}`),
                    })}
                    labelHidden
                    checked={chosen.includes(own)}
                    onChange={isOn => onChange(isOn ? [...chosen, own] : chosen.filter(each => each !== own))}
                  />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
