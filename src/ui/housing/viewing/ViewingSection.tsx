/** A viewing of a home: booked with its places to fill, walked through with a list, remembered by pictures. */
import { useState } from 'react'
import type { Home } from '#domain/home.ts'
import { checkKeys } from '#domain/home-check.ts'
import { addToWall, dateOf } from '#domain/wall-clock.ts'
import { bookedViewing, checksOf, photosOf } from '#state/viewings.ts'
import { ManyPapersField } from '../../attachments/ManyPapersField.tsx'
import { AppointmentDialog } from '../../calendar/AppointmentDialog.tsx'
import { useAppointmentWords } from '../../calendar/use-appointment-words.ts'
import { useGroup, useLive, useServices } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { Link } from '../../parts/Link.tsx'
import { Row, Section } from '../../parts/Section.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { CheckDialog } from './CheckDialog.tsx'
import { LandlordGuide } from './LandlordGuide.tsx'

export function ViewingSection({ home }: { readonly home: Home }) {
  const { t } = useWords()
  const { tools } = useServices()
  const { commands } = useGroup()
  const [open, setOpen] = useState<'book' | 'checks' | 'guide' | null>(null)
  const answered = useLive(live => checksOf(live, home.id)).size
  const close = () => setOpen(null)
  return (
    <Section card title={t('housing.viewing')}>
      <Booked home={home} />
      <Row>
        <Button size="small" icon="calendar" onPress={() => setOpen('book')}>
          {t('housing.viewing.book')}
        </Button>
        <Button size="small" icon="plan" onPress={() => setOpen('checks')}>
          {t('housing.checks.open', { done: answered, of: checkKeys.length })}
        </Button>
        <Button size="small" icon="info" onPress={() => setOpen('guide')}>
          {t('housing.guide')}
        </Button>
      </Row>
      <Photos home={home} />
      {open === 'book' && (
        <AppointmentDialog
          of={null}
          date={tools.today()}
          time={null}
          begin={{
            kind: 'home',
            title: t('housing.viewing.title'),
            place: home.address,
            end: addToWall(`${tools.today()}T10:00`, { minutes: 45 })?.slice(11) ?? '10:45',
            slots: (['driver', 'interpreter'] as const).map(role => ({
              id: null,
              role,
              filledBy: null,
              note: '',
            })),
          }}
          onAdd={draft => commands.bookViewing(home.id, draft)}
          onClose={close}
        />
      )}
      {open === 'checks' && <CheckDialog home={home} onClose={close} />}
      {open === 'guide' && <LandlordGuide onClose={close} />}
    </Section>
  )
}

function Booked({ home }: { readonly home: Home }) {
  const { t, date } = useWords()
  const { go } = useRouter()
  const words = useAppointmentWords()
  const booked = useLive(live => bookedViewing(live, home))
  if (booked === null) return <p>{t('housing.viewing.none')}</p>
  const { occurrence, open } = booked
  return (
    <Row>
      <Link onPress={() => go({ area: 'calendar' })}>
        {date(dateOf(occurrence.time.start), 'weekday')}, {words.time(occurrence)}
      </Link>
      {occurrence.status !== 'planned' && <Tag>{t(`calendar.status.${occurrence.status}`)}</Tag>}
      {open > 0 && <Tag tone="warn">{t('calendar.open-places', { count: open })}</Tag>}
    </Row>
  )
}

/** Kept at once, those that came together with one undo: there is no form around them that could be left. */
function Photos({ home }: { readonly home: Home }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const photos = useLive(live => photosOf(live, home.id))
  return (
    <ManyPapersField
      label={t('housing.photos')}
      compartment="team"
      papers={photos}
      onKept={kept =>
        save(
          kept.ok ? commands.addHomePhotos(home.id, kept.value) : Promise.resolve(kept),
          t('housing.photos.added', { count: kept.ok ? kept.value.length : 0 }),
        )
      }
      onRemove={id => void save(commands.removeHomePhoto(id), t('housing.photos.removed'))}
    />
  )
}
