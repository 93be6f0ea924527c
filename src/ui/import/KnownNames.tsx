/** After reading: is one of these names somebody whom the group supports? Then a code name goes into the books. */
import type { FoundName } from '#state/import-preview.ts'
import { Checkbox } from '../parts/Checkbox.tsx'
import { classes } from '../parts/classes.ts'
import { Disclosure } from '../parts/Disclosure.tsx'
import { Stack } from '../parts/Section.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Import.module.css'

const c = classes(css)

interface KnownNamesProps {
  readonly found: readonly FoundName[]
  readonly names: ReadonlySet<string>
  readonly codeName: string
  readonly onCodeName: (codeName: string) => void
  readonly onNames: (names: ReadonlySet<string>) => void
}

export function KnownNames({ found, names, codeName, onCodeName, onNames }: KnownNamesProps) {
  const { t, money } = useWords()
  const toggle = (name: string, chosen: boolean) => {
    const next = new Set(names)
    if (chosen) next.add(name)
    else next.delete(name)
    onNames(next)
  }
  return (
    <Disclosure
      label={names.size > 0 ? t('import.names.chosen', { count: names.size }) : t('import.names.question')}
    >
      <Stack>
        <p className={c('hint')}>{t('import.names.why')}</p>
        <TextField
          label={t('import.names.code')}
          value={codeName}
          maxLength={60}
          onChange={onCodeName}
          error={names.size > 0 && codeName.trim() === '' ? t('import.names.code-needed') : null}
        />
        <div className={c('names')}>
          {found.map(({ name, rows, cents }) => (
            <Checkbox
              key={name}
              label={titled(name)}
              hint={t('import.names.paid', { count: rows, amount: money(cents) })}
              checked={names.has(name)}
              onChange={chosen => toggle(name, chosen)}
            />
          ))}
        </div>
      </Stack>
    </Disclosure>
  )
}

/** Names are compared in small letters; on screen they begin with a capital. */
const titled = (name: string): string => name.replace(/(^|\s)\p{Ll}/gu, letter => letter.toUpperCase())
