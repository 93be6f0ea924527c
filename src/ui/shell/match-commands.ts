/** Narrows the commands of the palette: every word typed must begin a word of the label, accents aside. */

interface Labelled {
  readonly label: string
}

export function matchCommands<Entry extends Labelled>(
  entries: readonly Entry[],
  query: string,
): readonly Entry[] {
  const typed = wordsOf(query)
  return entries.filter(entry => {
    const words = wordsOf(entry.label)
    return typed.every(part => words.some(word => word.startsWith(part)))
  })
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
