/** What a person types or imports in one run: names, texts and amounts that stand nowhere else, made by the run's dice. */
import type { Dice } from '../soak/dice.ts'
import type { Sentinel } from './search.ts'

const SYLLABLES = ['zu', 'qua', 'vik', 'xor', 'mep', 'jol', 'wyn', 'fjo', 'gnu', 'kaz', 'ply', 'thrax']

export interface Written {
  readonly groupName: string
  readonly nameOnPaper: string
  readonly myName: string
  readonly otherMember: string
  readonly town: string
  readonly codeName: string
  readonly accountName: string
  readonly openingCents: number
  readonly rentCents: number
  readonly bankAccount: string
  readonly bankId: string
  readonly bankPayee: string
  readonly accentedPayee: string
  readonly bankMemo: string
  readonly paidCents: number
  readonly receivedCents: number
  readonly typedPayee: string
  readonly typedCents: number
  readonly note: string
  readonly tag: string
  /** What stands on an attached paper, and the name of its file. */
  readonly paperText: string
  readonly paperName: string
}

/** A word that stands in no text by chance. */
export function madeUpWord(dice: Dice, syllables: number): string {
  const text = Array.from({ length: syllables }, () => SYLLABLES[dice(SYLLABLES.length)]).join('')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

export function writtenBy(dice: Dice): Written {
  const word = (): string => madeUpWord(dice, 4)
  const words = (): string => `${word()} ${word()}`
  /** A million or more: so many digits stand in no other number by chance. */
  const cents = (): number => 123_456_701 + dice(800_000_000)
  const digits = (length: number): string =>
    Array.from({ length }, (_, i) => (i === 0 ? 1 : 0) + dice(9)).join('')
  return {
    groupName: words(),
    nameOnPaper: words(),
    myName: words(),
    otherMember: words(),
    town: words(),
    // One word: it stands in the names of files too.
    codeName: word(),
    accountName: words(),
    openingCents: cents(),
    rentCents: cents(),
    bankAccount: digits(12),
    bankId: digits(18),
    bankPayee: words().toUpperCase(),
    accentedPayee: `Żó${word()} Ngô’${word()}`,
    bankMemo: `${word()} 5/${digits(4)}`.toUpperCase(),
    paidCents: cents(),
    receivedCents: cents(),
    typedPayee: words(),
    typedCents: cents(),
    note: `${words()} ${word()}`,
    tag: word().toLowerCase(),
    paperText: `${words()} ${word()}`,
    paperName: `${word()}-${word()}.pdf`,
  }
}

const decimal = (cents: number, thousands: string, point: string): string => {
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, thousands)
  return `${whole}${point}${String(cents % 100).padStart(2, '0')}`
}

/** As typed, as shown in English and French, as kept: integer cents in text and as a double. */
function spellingsOf(cents: number): Sentinel['forms'] {
  const double = new DataView(new ArrayBuffer(8))
  double.setFloat64(0, cents, true)
  return [
    decimal(cents, '', '.'),
    decimal(cents, ',', '.'),
    decimal(cents, '\u00a0', ','),
    decimal(cents, '\u202f', ','),
    decimal(cents, ' ', ','),
    String(cents),
    new Uint8Array(double.buffer),
  ]
}

const texts = (text: string): Sentinel['forms'] => [...new Set([text, text.normalize('NFD')])]

export const typed = (cents: number): string => decimal(cents, '', '.')

export function sentinelsOf(written: Written): readonly Sentinel[] {
  return Object.entries(written).map(([name, value]) => ({
    name,
    forms: typeof value === 'number' ? spellingsOf(value) : texts(value),
  }))
}

export interface SheetText {
  readonly groups: readonly string[]
  /** The last line, which is typed to prove the sheet. */
  readonly last: readonly string[]
}

/** As printed, in groups and without, in capitals and not. */
export function paperSentinels({ groups, last }: SheetText): readonly Sentinel[] {
  const whole = [...groups, ...last].join('')
  const lines = [groups.join(' '), last.join(' ')]
  return [
    { name: 'paper secret', forms: [whole, whole.toLowerCase(), groups.join(''), lines.join('\n')] },
    { name: 'last line of the sheet', forms: [last.join(' '), last.join(''), last.join('').toLowerCase()] },
  ]
}
