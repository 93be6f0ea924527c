/**
 * A payee's text reduced to what stays the same from month to month. `plainWords` keeps all words; `normalisePayee`
 * also drops what changes (store numbers, dates, references) and what every transfer says.
 */
import { isAscii } from '#domain/ascii.ts'
import { remembered } from '#domain/remembered.ts'

/** Lower case, no accents, words of letters and digits parted by one space; an apostrophe joins (`lukes`). */
export function plainWords(text: string): string {
  const start = text.slice(0, 400)
  if (isAscii(start))
    return start
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return start
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** On plain words. What the bank says about the way, not about the payee. */
const BOILERPLATE: readonly RegExp[] = [
  /\b(interac )?(e ?transfer|etfr|e trf)( sent| received| autodeposit)?( (to|from))?\b/g,
  /\bvirement( interac)?( (a|de|recu|envoye))*\b/g,
  /\b(pre ?authori[sz]ed|prelevement preautorise)( (debit|payment|credit|deposit))?\b/g,
  /\b(point of sale|pos|interac|visa debit|debit card|contactless|idp|achat)( (purchase|achat|interac))?\b/g,
  /\b(retail|online|card|bill) (purchase|payment)\b/g,
  /\b(cheque|check|chq|cheque no|deposit|depot|refund|remboursement|reversal|credit memo)\b/g,
]
const MONTH_WORD =
  'jan(uary|vier)?|feb(ruary)?|fev(rier)?|mar(ch|s)?|apr(il)?|avr(il)?|may|mai|june?|juin|jul(y)?|juil(let)?|aug(ust)?|aout|sept?(ember|embre)?|oct(ober|obre)?|nov(ember|embre)?|dec(ember|embre)?'
const DATED = new RegExp(`\\b(\\d{1,2} ?(${MONTH_WORD})|(${MONTH_WORD}) ?\\d{1,2})( ?\\d{2,4})?\\b`, 'g')

/** Empty only when the text has no letter or digit at all. */
export const normalisePayee = (text: string): string => payeeOfPlain(plainWords(text))

function payeeOfPlain(plain: string): string {
  let rest = plain.replace(DATED, ' ')
  for (const pattern of BOILERPLATE) rest = rest.replace(pattern, ' ')
  // Store numbers, amounts, references such as `c1a2b3c4d`; a digit inside a short name (`7 eleven`, `m3`) stays.
  const words = rest
    .split(' ')
    .filter(
      word =>
        word !== '' && !/^\d{2,}$/.test(word) && !(word.length >= 6 && (word.match(/\d/g)?.length ?? 0) >= 2),
    )
  return words.length > 0 ? words.join(' ') : plain
}

/** Whether the words of `part` stand in `words` side by side, as whole words. */
export const containsWords = (words: string, part: string): boolean =>
  part !== '' && ` ${words} `.includes(` ${part} `)

export interface PayeeTexts {
  plain(text: string): string
  payee(text: string): string
}

/**
 * The same two, each text worked out once: thousands of rows have a few hundred payees. For one piece of work and no
 * longer, since it holds names.
 */
export function createPayeeTexts(): PayeeTexts {
  const plain = remembered(plainWords)
  return { plain, payee: remembered(text => payeeOfPlain(plain(text))) }
}
