/** The first stop of the Tab key: past the navigation to the page. */
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import css from './SkipLink.module.css'

const c = classes(css)

export function SkipLink({ targetId }: { readonly targetId: string }) {
  const { t } = useWords()
  return (
    <a
      className={c('skip')}
      href={`#${targetId}`}
      onClick={event => {
        // Only the focus moves: the address, and with it the window's history, stays as it is.
        event.preventDefault()
        document.getElementById(targetId)?.focus()
      }}
    >
      {t('common.skip-to-content')}
    </a>
  )
}
