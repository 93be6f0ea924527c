/** Shows what is covered, and covers it again. One button, so that the focus stays where it is. */
import { Button } from '../parts/Button.tsx'
import { useWords } from '../words/use-words.ts'

interface CoverButtonProps {
  readonly isShown: boolean
  readonly onToggle: () => void
}

export function CoverButton({ isShown, onToggle }: CoverButtonProps) {
  const { t } = useWords()
  return (
    <Button size="small" kind="quiet" icon={isShown ? 'hidden' : 'visible'} onPress={onToggle}>
      {t(isShown ? 'people.private.cover' : 'people.private.show')}
    </Button>
  )
}
