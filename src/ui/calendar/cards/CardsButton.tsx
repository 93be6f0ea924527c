/** Opens the cards, which are loaded only then: they bring phrases and fonts of ten languages. */
import { lazy, Suspense, useState } from 'react'
import type { Occurrence } from '#domain/occurrences.ts'
import { Button } from '../../parts/Button.tsx'
import { useWords } from '../../words/use-words.ts'

const CardsDialog = lazy(() => import('./CardsDialog.tsx').then(module => ({ default: module.CardsDialog })))

interface CardsButtonProps {
  /** The one that a card is made of; null: those of the coming days. */
  readonly only: Occurrence | null
  readonly disabled?: boolean
}

export function CardsButton({ only, disabled = false }: CardsButtonProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        icon="print"
        {...(only === null ? {} : { kind: 'quiet' as const })}
        disabled={disabled}
        onPress={() => setOpen(true)}
      >
        {t(only === null ? 'calendar.cards' : 'calendar.cards.card')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <CardsDialog only={only} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
