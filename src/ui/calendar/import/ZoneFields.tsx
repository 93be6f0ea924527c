/** Which clock is meant by a name that a calendar gives to its times; those of Canada stand first. */
import { useMemo } from 'react'
import { ZONES } from '#domain/province-zone.ts'
import type { CalendarAnswers } from '#imports/calendar-import.ts'
import { Select } from '../../parts/Select.tsx'
import { useWords } from '../../words/use-words.ts'

export interface NamedZone {
  /** As in the file; null: times without a zone. */
  readonly name: string | null
  readonly zone: string
}

interface ZoneFieldsProps {
  readonly zones: readonly NamedZone[]
  readonly onChange: (zones: readonly NamedZone[]) => void
}

export function ZoneFields({ zones, onChange }: ZoneFieldsProps) {
  const { t, compare } = useWords()
  const shown = useMemo(() => {
    const canada = [...new Set(Object.values(ZONES))]
    const others = Intl.supportedValuesOf('timeZone').filter(each => !canada.includes(each))
    return { canada: canada.sort(compare), others }
  }, [compare])
  return (
    <>
      {zones.map(({ name, zone }, at) => {
        const { canada, others } = shown
        const known = canada.includes(zone) || others.includes(zone) ? others : [zone, ...others]
        return (
          <Select
            key={name ?? ''}
            label={
              name === null ? t('calendar.import.zone-none') : t('calendar.import.zone-of', { zone: name })
            }
            value={zone}
            onChange={next => onChange(zones.with(at, { name, zone: next }))}
            choices={[
              { group: t('calendar.import.zones-canada'), choices: canada.map(zoneToChoice) },
              { group: t('calendar.import.zones-others'), choices: known.map(zoneToChoice) },
            ]}
          />
        )
      })}
    </>
  )
}

const zoneToChoice = (zone: string) => ({ value: zone, label: zone.replaceAll('_', ' ') })

export function answersOf(zones: readonly NamedZone[]): CalendarAnswers {
  const floating = zones.find(each => each.name === null)?.zone
  const named = zones.flatMap(({ name, zone }) => (name === null ? [] : [[name, zone] as const]))
  return { zones: Object.fromEntries(named), ...(floating === undefined ? {} : { floating }) }
}
