/** The form that says what each column of a bank's file means. */
import { describe, expect, it } from 'vitest'
import { type ColumnMapping, plainMapping } from '#imports/column-mapping.ts'
import { mappingFromDraft, mappingToDraft } from '../../../../src/ui/import/column-mapping-draft.ts'

const signed: ColumnMapping = {
  ...plainMapping,
  date: 0,
  description: [1, 3, 4],
  amount: { kind: 'signed', column: 2, type: null },
  account: [5],
}

describe('the form of the columns', () => {
  it('gives back the mapping that it began with, also what it does not show', () => {
    expect(mappingFromDraft(mappingToDraft(signed), signed)).toEqual(signed)
  })

  it('gives none while a column that is needed is missing', () => {
    expect(mappingFromDraft(mappingToDraft(null), null)).toBeNull()
  })

  it('makes two columns of amounts', () => {
    const draft = { ...mappingToDraft(signed), amounts: 'two' as const, out: '2', in: '3' }
    expect(mappingFromDraft(draft, signed)?.amount).toEqual({ kind: 'in-out', out: 2, in: 3 })
  })

  it('refuses one column for money in and money out', () => {
    const draft = { ...mappingToDraft(signed), amounts: 'two' as const, out: '2', in: '2' }
    expect(mappingFromDraft(draft, signed)).toBeNull()
  })

  it('does not take a column of text twice', () => {
    const draft = { ...mappingToDraft({ ...signed, description: [1] }), more: '1' }
    expect(mappingFromDraft(draft, null)?.description).toEqual([1])
  })
})
