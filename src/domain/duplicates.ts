/** Whether somebody who is being entered seems to be there already: by name, telephone or e-mail. A warning, never a bar. */
import type { RecordId } from './record-kind.ts'
import { foldText } from './telling-words.ts'

export interface Reachable {
  readonly id: RecordId
  readonly names: readonly string[]
  readonly phones: readonly string[]
  readonly emails: readonly string[]
}

export type SameBy = 'name' | 'phone' | 'email'

export interface Duplicate {
  readonly id: RecordId
  readonly by: SameBy
}

/** Fewer digits are an extension or a beginning. */
const LEAST_DIGITS = 7

/** Each of the others once, by the first that is the same: the name, else the telephone, else the e-mail. */
export function duplicatesOf(one: Reachable, others: readonly Reachable[]): readonly Duplicate[] {
  const names = keysOf(one.names, nameKey)
  const phones = keysOf(one.phones, phoneKey)
  const emails = keysOf(one.emails, emailKey)
  const shares = (values: readonly string[], key: (text: string) => string, own: ReadonlySet<string>) =>
    values.some(value => own.has(key(value)))
  return others.flatMap(other => {
    if (other.id === one.id) return []
    const by: SameBy | null = shares(other.names, nameKey, names)
      ? 'name'
      : shares(other.phones, phoneKey, phones)
        ? 'phone'
        : shares(other.emails, emailKey, emails)
          ? 'email'
          : null
    return by === null ? [] : [{ id: other.id, by }]
  })
}

const keysOf = (values: readonly string[], key: (text: string) => string): ReadonlySet<string> =>
  new Set(values.map(key).filter(each => each !== ''))

/** Words in any order: papers put the family name first. */
const nameKey = (text: string): string =>
  foldText(text)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ')

/** Digits alone, without the 1 in front of a number of North America. */
function phoneKey(text: string): string {
  const digits = text.replace(/\D/g, '')
  const own = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  return own.length < LEAST_DIGITS ? '' : own
}

const emailKey = (text: string): string => text.trim().toLowerCase()
