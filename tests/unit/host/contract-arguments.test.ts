/** Whatever a script in the page sends, a capability gets the arguments of its signature or is not called at all. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARGUMENT_PARSERS, BadArguments, type Channel } from '#host/contract.ts'

const VAULT = '0123456789abcdef0123456789abcdef'
const GOOD: { readonly [C in Channel]: readonly unknown[] } = {
  openRecordLog: [VAULT],
  appendRecords: [[new Uint8Array([1])]],
  readRecords: [{ segment: 1, frame: 2 }],
  recordLogStats: [],
  closeRecordLog: [],
  readKeyFile: ['device.age'],
  replaceKeyFile: ['epoch-00', new Uint8Array([1])],
  removeKeyFile: ['genesis'],
  writeAttachment: [VAULT, 'ab'.repeat(32), new Uint8Array([1])],
  readAttachment: [VAULT, 'ab'.repeat(32)],
  listAttachments: [VAULT],
  removeAttachment: [VAULT, 'ab'.repeat(32)],
  claimWriter: [],
  releaseWriter: [],
  freeBytes: [],
  readPreferences: [],
  writePreferences: [{ language: 'fr', theme: 'dark' }],
  saveFile: ['Budget – été.pdf', new Uint8Array([1])],
  rereadSavedFile: [VAULT],
  beginSave: ['Copy.porchlight'],
  appendSave: [VAULT, new Uint8Array([1])],
  endSave: [VAULT, true],
  chooseFile: [['porchlight']],
  chooseFiles: [['jpg', 'png']],
  readChosen: [VAULT, 0, 1000],
  sizeOfChosen: [VAULT],
  openFile: [['csv', 'ofx'], 1000],
  printPage: ['a4'],
  replacePage: [],
  removeGroup: [VAULT],
}
const channels = Object.keys(ARGUMENT_PARSERS) as Channel[]
const parse = (channel: Channel, args: readonly unknown[]) => ARGUMENT_PARSERS[channel](args)

describe('argument parsers', () => {
  it.each(channels)('%s takes what our own page sends', channel => {
    expect(parse(channel, GOOD[channel])).toEqual(GOOD[channel])
  })

  it.each(channels)('%s refuses one argument more and, where it has any, one less', channel => {
    expect(() => parse(channel, [...GOOD[channel], null])).toThrow(BadArguments)
    if (GOOD[channel].length > 0) expect(() => parse(channel, GOOD[channel].slice(1))).toThrow(BadArguments)
  })

  it.each(channels.filter(channel => GOOD[channel].length > 0))(
    '%s refuses arguments of any other kind',
    channel => {
      const odd = [
        undefined,
        0,
        -1,
        Number.NaN,
        true,
        '',
        '..',
        '../x',
        '\0',
        {},
        [[]],
        () => 1,
        Symbol.iterator,
        1n,
      ]
      for (const value of odd)
        expect(() => parse(channel, [value, ...GOOD[channel].slice(1)])).toThrow(BadArguments)
    },
  )

  it('throws only BadArguments, whatever arrives', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...channels),
        fc.array(fc.anything(), { maxLength: 3 }),
        (channel, args) => {
          try {
            parse(channel, args)
          } catch (error) {
            expect(error).toBeInstanceOf(BadArguments)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each([
    '../up.csv',
    'a/b',
    'a\\b',
    'c:x',
    '.hidden',
    'trailing.',
    'trailing ',
    '\u202egpj.exe',
    'nul\0',
    'a'.repeat(201),
  ])('saveFile refuses the name %j', name => {
    expect(() => parse('saveFile', [name, new Uint8Array()])).toThrow(BadArguments)
  })

  it('passes on plain rebuilt values, not what a getter may change later', () => {
    const given = { language: 'en', theme: 'light', more: 'text in clear' }
    const [preferences] = ARGUMENT_PARSERS.writePreferences([given])
    expect(preferences).toEqual({ language: 'en', theme: 'light' })
    expect(preferences).not.toBe(given)
  })

  it('refuses a record that is longer than a sealed record can be', () => {
    expect(() => parse('appendRecords', [[new Uint8Array(1024 * 1024 + 4097)]])).toThrow(BadArguments)
  })
})
