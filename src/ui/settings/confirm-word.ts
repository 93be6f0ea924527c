/** Whether the word asked for was typed; case and spaces around it do not matter, an empty word confirms nothing. */
export function isConfirmed(typed: string, expected: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase()
  return plain(expected) !== '' && plain(typed) === plain(expected)
}
