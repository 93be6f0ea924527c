/** The small formats of the host: checksum, names of saved files, slots of key files, preferences. */
import { crc32 as zlibCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeSlot, encodeSlot } from '#host/browser/slot-format.ts'
import { crc32 } from '#host/crc32.ts'
import { isSafeFileName, toSafeFileName } from '#host/file-names.ts'
import { preferencesFromText } from '#host/preferences.ts'

describe('crc32', () => {
  it('gives the check value of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'), 0, 9)).toBe(0xcbf43926)
  })

  it('agrees with zlib for any part of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), fc.nat(300), (bytes, a, b) => {
        const [start, end] = [Math.min(a, b, bytes.length), Math.min(Math.max(a, b), bytes.length)]
        expect(crc32(bytes, start, end)).toBe(zlibCrc32(bytes.subarray(start, end)))
      }),
    )
  })
})

describe('names of saved files', () => {
  it('keeps a good name as it is', () => {
    expect(toSafeFileName('Réfugiés 2026 – budget.pdf')).toBe('Réfugiés 2026 – budget.pdf')
  })

  it.each([
    ['Budget: May/June?.csv', 'Budget- May-June-.csv'],
    ['../../.bashrc', '-..-.bashrc'],
    ['con.csv', '_con.csv'],
    ['...', 'porchlight'],
    ['', 'porchlight'],
    ['\u202egpj.exe', '-gpj.exe'],
  ])('turns %j into %j', (name, safe) => {
    expect(toSafeFileName(name)).toBe(safe)
  })

  it('always gives a name that the desktop takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), name => {
        expect(isSafeFileName(toSafeFileName(name))).toBe(true)
      }),
    )
  })
})

describe('a slot of a key file', () => {
  it('comes back with its generation', () => {
    const contents = new Uint8Array([1, 2, 3])
    expect(decodeSlot(encodeSlot(7, contents))).toEqual({ generation: 7, bytes: contents })
  })

  it('is nothing when cut anywhere or when any bit is wrong', () => {
    const bytes = encodeSlot(1, new Uint8Array([9, 8, 7, 6]))
    for (let length = 0; length < bytes.length; length += 1)
      expect(decodeSlot(bytes.subarray(0, length))).toBeNull()
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const spoilt = bytes.slice()
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(decodeSlot(spoilt)).toBeNull()
    }
  })
})

describe('preferences', () => {
  it.each([null, '', '{', 'null', '[]', '{"language":"de","theme":"dark"}', '{"language":"fr"}'])(
    'falls back to the defaults for %j',
    text => {
      expect(preferencesFromText(text)).toEqual({ language: null, theme: 'system' })
    },
  )
})
