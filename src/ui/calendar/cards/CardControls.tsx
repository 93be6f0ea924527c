/** What is to be on the cards: appointments, the week or the end of support; for whom, in which language and size. */
import type { Person } from '#domain/household.ts'
import { type CardLanguage, cardLanguages } from '#domain/phrases.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { bookOf } from '#state/cards.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { Select } from '../../parts/Select.tsx'
import { useWords } from '../../words/use-words.ts'
import type { CardSize } from './CardSheets.tsx'
import css from './Cards.module.css'

const c = classes(css)

const kinds = ['cards', 'week', 'support'] as const
export type CardKind = (typeof kinds)[number]
const sizes: readonly CardSize[] = ['pocket', 'letter']

interface CardControlsProps {
  /** Null: it is settled, and not asked. */
  readonly kind: CardKind | null
  readonly size: CardSize | null
  readonly language: CardLanguage
  readonly people: readonly Person[]
  readonly without: ReadonlySet<RecordId>
  readonly onKind: (kind: CardKind) => void
  readonly onSize: (size: CardSize) => void
  readonly onLanguage: (language: CardLanguage) => void
  readonly onWithout: (without: ReadonlySet<RecordId>) => void
}

export function CardControls(props: CardControlsProps) {
  const { kind, size, language, people, without } = props
  const { t } = useWords()
  const toggle = (id: RecordId, isIn: boolean) => {
    const next = new Set(without)
    if (isIn) next.delete(id)
    else next.add(id)
    props.onWithout(next)
  }
  return (
    <div className={c('controls')}>
      {kind !== null && (
        <Select
          label={t('calendar.cards.what')}
          width="wide"
          value={kind}
          onChange={props.onKind}
          choices={kinds.map(value => ({ value, label: t(`calendar.cards.what.${value}`) }))}
        />
      )}
      <Select
        label={t('calendar.cards.language')}
        value={language}
        onChange={props.onLanguage}
        choices={cardLanguages.map(value => ({ value, label: languageLabel(value) }))}
      />
      {size !== null && (
        <Select
          label={t('calendar.cards.size')}
          value={size}
          onChange={props.onSize}
          choices={sizes.map(value => ({ value, label: t(`calendar.cards.size.${value}`) }))}
        />
      )}
      {people.length > 0 && (
        <fieldset className={c('people')}>
          <legend className={c('legend')}>{t('calendar.cards.who')}</legend>
          {people.map(({ id, label }) => (
            <Checkbox key={id} label={label} checked={!without.has(id)} onChange={isIn => toggle(id, isIn)} />
          ))}
        </fieldset>
      )}
    </div>
  )

  /** In its own words too, kept apart: a name from right to left must not turn the rest around. */
  function languageLabel(value: CardLanguage): string {
    const { name, status } = bookOf(value)
    const here = t(`calendar.cards.language.${value.toLowerCase()}`)
    const both = here.toLowerCase() === name.toLowerCase() ? here : `${here} · \u2068${name}\u2069`
    return status === 'draft' ? t('calendar.cards.language-draft', { language: both }) : both
  }
}
