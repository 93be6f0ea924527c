/** A key or a chord: `Ctrl+K`, `g t`. */
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import css from './Kbd.module.css'

const c = classes(css)

const KEY_WORDS: Readonly<Record<string, string>> = {
  Ctrl: 'common.key.ctrl',
  Shift: 'common.key.shift',
  Alt: 'common.key.alt',
  Enter: 'common.key.enter',
  Escape: 'common.key.escape',
  Delete: 'common.key.delete',
  Space: 'common.key.space',
}

export function Kbd({ keys }: { readonly keys: string }) {
  const { t } = useWords()
  const parts = keys.split(/(?<=.)[+ ]/)
  return (
    <span className={c('keys')}>
      {parts.map(part => {
        const word = KEY_WORDS[part]
        return (
          <kbd key={part} className={c('key')}>
            {word ? t(word) : part}
          </kbd>
        )
      })}
    </span>
  )
}
