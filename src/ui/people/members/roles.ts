/** Of several roles in one sentence only the first has a capital. */
export const inSentence = (name: string, at: number): string =>
  at === 0 ? name : name.charAt(0).toLocaleLowerCase() + name.slice(1)
