/** The day of a moment in words, as this laptop has it. */
import { localDay } from '../words/local-moment.ts'
import { useWords } from '../words/use-words.ts'

export function useMoment(): (at: number) => string {
  const { date } = useWords()
  return at => date(localDay(at), 'long')
}
