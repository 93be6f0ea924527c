/** The wall calendar's day of a moment, as this laptop has it. */
import { useWords } from '../words/use-words.ts'

export function useMoment(): (at: number) => string {
  const { date } = useWords()
  return at => {
    const day = new Date(at)
    const two = (value: number) => String(value).padStart(2, '0')
    return date(`${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`, 'long')
  }
}
