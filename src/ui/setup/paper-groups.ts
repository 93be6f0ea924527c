/**
 * How the recovery sheet's secret is set on paper: the fixed beginning, groups of five to read aloud, and last the
 * eight characters that are typed to prove the sheet, apart from the others so that nobody has to count.
 */
export interface PaperGroups {
  readonly beginning: string
  readonly groups: readonly string[]
  readonly last: readonly string[]
}

export const LAST_CHARACTERS = 8

export function paperGroups(secret: string): PaperGroups {
  const at = secret.lastIndexOf('-')
  // The beginning of an age identity ends with "-1" or with a bare "1" behind its kind.
  const split = secret.charAt(at + 1) === '1' ? at + 2 : at + 1
  const data = secret.slice(split)
  const body = data.slice(0, -LAST_CHARACTERS)
  return {
    beginning: secret.slice(0, split),
    groups: body.match(/.{1,5}/g) ?? [],
    last: data.slice(-LAST_CHARACTERS).match(/.{1,4}/g) ?? [],
  }
}
