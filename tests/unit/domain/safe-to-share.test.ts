import { describe, expect, it } from 'vitest'
import { knownNames, scanForSharing } from '#domain/safe-to-share.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const names = knownNames({
  newcomers: ['Nour Eddine Haddad'],
  members: ['Will', 'Marie-Claude B.', 'Jo'],
  codeNames: ['Maple'],
  payees: [
    { name: 'samira al haddad', isPerson: true },
    { name: 'household support', isPerson: true },
    { name: 'carling property management', isPerson: false },
    { name: 'rent', isPerson: false },
  ],
})
const hits = (text: string) =>
  scanForSharing(shippedRates()['telling-words'], text, names).map(hit => [hit.kind, hit.text])

describe('a text that would tell', () => {
  it.each([
    ['Call 613-555-0142 first.', 'phone', '613-555-0142'],
    ['Appelez le (514) 555-0199.', 'phone', '(514) 555-0199'],
    ['+44 20 7946 0958 is hers', 'phone', '+44 20 7946 0958'],
    ['Ask samira.h@example.org about it', 'email', 'samira.h@example.org'],
    ['écrire à aïda@exemple.ca', 'email', 'aïda@exemple.ca'],
    ['UCI 11-2345-6789', 'file-number', '11-2345-6789'],
    ['IUC : 2345-6789', 'file-number', '2345-6789'],
    ['loan 1123456789', 'file-number', '1123456789'],
    ['SIN 123 456 789', 'file-number', '123 456 789'],
    ['G000123456', 'file-number', 'G000123456'],
    ['They moved to 12 Maplewood Street in May.', 'address', '12 Maplewood Street'],
    ['Unit at 4410-B Carling Ave', 'address', '4410-B Carling Ave'],
    ['Logement au 1210, rue des Érables', 'address', '1210, rue des Érables'],
    ['au 88 boulevard Saint', 'address', '88 boulevard Saint'],
    ['K1N 6N5', 'address', 'K1N 6N5'],
    ['Samira was ill for a month', 'payee', 'Samira'],
    ['SAMIRA AL-HADDAD', 'payee', 'SAMIRA AL-HADDAD'],
    ['paid to samira al haddad', 'payee', 'samira al haddad'],
    ['then Eddine moved', 'newcomer', 'Eddine'],
    ['Nour Eddine Haddad moved', 'newcomer', 'Nour Eddine Haddad'],
    ['Will paid it back', 'member', 'Will'],
    ['remboursé à Marie-Claude', 'member', 'Marie'],
    ['Maple moved', 'code-name', 'Maple'],
    ['paid by the parish', 'faith', 'parish'],
    ['payé par la paroisse', 'faith', 'paroisse'],
    ['her asylum hearing', 'refuge', 'asylum'],
    ['en Érythrée', 'country', 'Érythrée'],
  ])('%s', (text, kind, found) => {
    expect(hits(text)).toContainEqual([kind, found])
  })

  it('has every hit once, in order, the more telling one where two overlap', () => {
    expect(hits('Will called Samira al Haddad at 613 555 0142, 12 Maple Street.')).toEqual([
      ['member', 'Will'],
      ['payee', 'Samira al Haddad'],
      ['phone', '613 555 0142'],
      ['address', '12 Maple Street'],
    ])
  })
})

describe('a text that tells nothing', () => {
  it.each([
    'The rent was $1,950.00 in 2025-2026, and will rise by 2.5 % in May.',
    'Rent rose. Household support was late by 3 days.',
    'Le loyer a augmenté de 1 950,00 $ en mai; le soutien du ménage a été versé le 2026-03-14.',
    'Receipt 25-014 to 25-118 are in the binder; cheque 041 was void.',
    'Imported 20260314; 12 months of support; 365 days; 2 beds each.',
    'Month 1 was short and was made good in month 2.',
    'Le mois 1 était insuffisant et a été complété au mois 2.',
    'A dresser that came damaged went back. Il reste 3 places.',
    'We paid 12345678.90 in all, or 10,000,000.',
    'All 5 of the way there; 4 avenues were tried.',
    'Joy and maple syrup for the household.',
    'https://www.canada.ca/en/1234',
  ])('%s', text => {
    expect(hits(text)).toEqual([])
  })
})
