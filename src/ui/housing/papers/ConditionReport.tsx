/**
 * The state of a home on the day that people move in, for both sides to sign: what was broken before is nobody's fault
 * afterwards. Printed and filled in by hand, room by room, on that day and again on the last; pictures with the date go
 * with it.
 */
import type { Home } from '#domain/home.ts'
import { PaperDialog } from '../../paper/PaperDialog.tsx'
import { FillIn, Sheet, SheetTable } from '../../paper/Sheet.tsx'
import { classes } from '../../parts/classes.ts'
import { useWords } from '../../words/use-words.ts'
import { useHomeWords } from '../use-home-words.ts'
import css from './Papers.module.css'

const c = classes(css)
const EVERYWHERE = ['walls', 'floor', 'windows', 'doors', 'power', 'heat'] as const
const ROOMS = [
  { room: 'kitchen', more: ['stove', 'fridge', 'water'] },
  { room: 'bathroom', more: ['water', 'fan'] },
  { room: 'living', more: [] },
] as const
const DAYS = ['in', 'out'] as const

export function ConditionReportDialog({
  home,
  onClose,
}: {
  readonly home: Home
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const { title } = useHomeWords()
  return (
    <PaperDialog
      title={t('housing.condition')}
      action={t('housing.condition.print')}
      job={{ title: t('housing.condition.print-title'), file: t('housing.condition.file') }}
      testId="condition-paper"
      sheet={<ConditionReport home={home} />}
      typed={[home.address || title(home)]}
      foot={`${t('housing.condition')} · ${home.address || title(home)}`}
      onClose={onClose}
    />
  )
}

function ConditionReport({ home }: { readonly home: Home }) {
  const { t } = useWords()
  const { title } = useHomeWords()
  const words = (items: readonly string[]) => items.map(item => t(`housing.condition-item.${item}`))
  const bedrooms = home.bedrooms === 0 ? 0 : Math.max(1, home.bedrooms ?? 1)
  const rooms = [
    ...ROOMS.map(({ room, more }) => ({
      title: t(`housing.condition-room.${room}`),
      rows: words([...EVERYWHERE, ...more]),
    })),
    ...Array.from({ length: bedrooms }, (_, i) => ({
      title: t('housing.condition.bedroom', { number: i + 1 }),
      rows: words(EVERYWHERE),
    })),
    { title: t('housing.condition-room.safety'), rows: words(['smoke-alarm', 'co-alarm', 'locks']) },
  ]
  return (
    <Sheet kind="form">
      <h1>{t('housing.condition')}</h1>
      <p>
        <strong>{home.address || title(home)}</strong>
      </p>
      <FillIn text={t('housing.condition.facts')} />
      <SheetTable
        columns={DAYS.map(day => ({ label: t(`housing.condition.${day}`), kind: 'note' }))}
        groups={rooms}
      />
      <FillIn text={t('housing.condition.photos')} />
      <BothSides />
    </Sheet>
  )
}

/** Signed twice: when people move in, and when they move out. */
function BothSides() {
  const { t } = useWords()
  const tenants = t('housing.condition.tenants')
  return (
    <table className={c('sides')}>
      <thead>
        <tr>
          <th scope="col">{t('housing.condition.sign')}</th>
          {DAYS.map(day => (
            <th key={day} scope="col">
              {t(`housing.condition.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[tenants, tenants, t('housing.landlord')].map((side, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line to sign on is its place
          <tr key={i}>
            <th scope="row">{side}</th>
            {DAYS.map(day => (
              <td key={day}>{t('housing.condition.date')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
