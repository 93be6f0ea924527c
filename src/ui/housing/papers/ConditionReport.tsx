/**
 * The state of a home on the day that people move in, for both sides to sign: what was broken before is nobody's fault
 * afterwards. Printed and filled in by hand, room by room; pictures with the date go with it.
 */
import type { Home } from '#domain/home.ts'
import { PaperDialog } from '../../paper/PaperDialog.tsx'
import { classes } from '../../parts/classes.ts'
import { useWords } from '../../words/use-words.ts'
import { useHomeWords } from '../use-home-words.ts'
import css from './Papers.module.css'
import { Signature } from './ProofLetter.tsx'

const c = classes(css)
const EVERYWHERE = ['walls', 'floor', 'windows', 'doors', 'power', 'heat'] as const
const ROOMS = [
  { room: 'kitchen', more: ['stove', 'fridge', 'water'] },
  { room: 'bathroom', more: ['water', 'fan'] },
  { room: 'living', more: [] },
] as const

export function ConditionReportDialog({
  home,
  onClose,
}: {
  readonly home: Home
  readonly onClose: () => void
}) {
  const { t } = useWords()
  return (
    <PaperDialog
      title={t('housing.condition')}
      action={t('housing.condition.print')}
      job={{ title: t('housing.condition.print-title'), file: t('housing.condition.file') }}
      testId="condition-paper"
      sheet={<ConditionReport home={home} />}
      onClose={onClose}
    />
  )
}

function ConditionReport({ home }: { readonly home: Home }) {
  const { t } = useWords()
  const { title } = useHomeWords()
  const bedrooms = Array.from({ length: Math.max(1, home.bedrooms ?? 1) }, (_, i) => i + 1)
  return (
    <article className={c('sheet')}>
      <h1>{t('housing.condition')}</h1>
      <p className={c('address')}>{home.address || title(home)}</p>
      <p>{t('housing.condition.facts')}</p>
      {ROOMS.map(({ room, more }) => (
        <Room key={room} name={t(`housing.condition-room.${room}`)} items={[...EVERYWHERE, ...more]} />
      ))}
      {home.bedrooms !== 0 &&
        bedrooms.map(number => (
          <Room key={number} name={t('housing.condition.bedroom', { number })} items={EVERYWHERE} />
        ))}
      <Room name={t('housing.condition-room.safety')} items={['smoke-alarm', 'co-alarm', 'locks']} />
      <p>{t('housing.condition.photos')}</p>
      <Signature label={t('housing.condition.tenants')} date={t('housing.condition.date')} count={2} />
      <Signature label={t('housing.landlord')} date={t('housing.condition.date')} count={1} />
    </article>
  )
}

function Room({ name, items }: { readonly name: string; readonly items: readonly string[] }) {
  const { t } = useWords()
  return (
    <table className={c('room')}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{t('housing.condition.in')}</th>
          <th scope="col">{t('housing.condition.out')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <tr key={item}>
            <th scope="row">{t(`housing.condition-item.${item}`)}</th>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
