/** Something that is dialled or pasted elsewhere, with a button that copies it. The message afterwards does not repeat it. */
import { useWords } from '../words/use-words.ts'
import css from './CopyText.module.css'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import { useToasts } from './ToastRegion.tsx'

const c = classes(css)
/** A telephone number is not broken at its hyphens; a long address has to be. */
const MOST_IN_A_LINE = 22

interface CopyTextProps {
  readonly text: string
  /** Names what is copied: "Copy the telephone number". */
  readonly label: string
}

export function CopyText({ text, label }: CopyTextProps) {
  const { t } = useWords()
  const toasts = useToasts()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toasts.done(t('common.copy.done'))
    } catch {
      toasts.problem(t('common.copy.failed'))
    }
  }
  return (
    <span className={c('copy')}>
      <bdi className={c('text', text.length <= MOST_IN_A_LINE && 'short')}>{text}</bdi>
      <IconButton icon="copy" label={label} onPress={() => void copy()} />
    </span>
  )
}
