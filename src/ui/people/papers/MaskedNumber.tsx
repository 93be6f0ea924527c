/** A paper's number, masked until somebody asks to see it. */
import { useState } from 'react'
import { classes } from '../../parts/classes.ts'
import { IconButton } from '../../parts/IconButton.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './Papers.module.css'
import { maskedNumber } from './use-document-words.ts'

const c = classes(css)

export function MaskedNumber({ number }: { readonly number: string }) {
  const { t } = useWords()
  const [isShown, setShown] = useState(false)
  return (
    <span className={c('number')}>
      <span className={c('digits', !isShown && 'masked')}>{isShown ? number : maskedNumber(number)}</span>
      <IconButton
        icon={isShown ? 'hidden' : 'visible'}
        label={t(isShown ? 'papers.number-hide' : 'papers.number-show')}
        onPress={() => setShown(!isShown)}
      />
    </span>
  )
}
