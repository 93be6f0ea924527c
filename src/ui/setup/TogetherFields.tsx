/** Which adults are supported together; whoever is not is a support unit of their own. */
import { Section } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { useWords } from '../words/use-words.ts'

interface TogetherFieldsProps {
  readonly adults: number
  readonly withAdult: readonly (number | null)[]
  readonly onChange: (withAdult: readonly (number | null)[]) => void
}

export function TogetherFields({ adults, withAdult, onChange }: TogetherFieldsProps) {
  const { t } = useWords()
  const set = (adult: number, text: string) =>
    onChange(
      Array.from({ length: adults }, (_, i) =>
        i === adult ? (text === 'alone' ? null : Number(text)) : (withAdult[i] ?? null),
      ),
    )
  return (
    <Section card title={t('setup.together')} intro={t('setup.together.hint')}>
      {Array.from({ length: adults - 1 }, (_, i) => i + 1).map(adult => {
        const other = withAdult[adult] ?? null
        return (
          <Select
            key={adult}
            label={t('setup.together.adult', { number: adult + 1 })}
            value={other === null ? 'alone' : String(other)}
            onChange={text => set(adult, text)}
            choices={[
              { value: 'alone', label: t('setup.together.alone') },
              ...Array.from({ length: adult }, (_, j) => ({
                value: String(j),
                label: t('setup.together.with', { number: j + 1 }),
              })),
            ]}
          />
        )
      })}
    </Section>
  )
}
