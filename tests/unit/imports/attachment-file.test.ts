/** What may be attached, and that nothing of a camera's notes is left in it, as an independent reader (ExifTool) sees it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkAttachment } from '#imports/attachment-file.ts'
import { count, diceFor } from '../../support/soak/size.ts'
import { isOnPath } from '../../support/tools.mjs'

const folder = resolve(import.meta.dirname, '../../support/pictures')
const PICTURES = [
  'plain.jpg',
  'progressive.jpg',
  'turned.jpg',
  'plain.png',
  'plain.webp',
  'lossless.webp',
  'turned.webp',
]
const readPicture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)))
const text = (value: string): Uint8Array => new TextEncoder().encode(value)

function checked(bytes: Uint8Array): { type: string; bytes: Uint8Array } {
  const result = checkAttachment(bytes)
  if (!result.ok) throw new Error(result.problem.kind)
  return result.value
}

const problem = (bytes: Uint8Array): string => {
  const result = checkAttachment(bytes)
  return result.ok ? result.value.type : result.problem.kind
}

const scratch = mkdtempSync(join(tmpdir(), 'porchlight-pictures-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Everything that ExifTool finds, by group and tag. */
function notesOf(bytes: Uint8Array): Record<string, unknown> {
  const path = join(scratch, 'picture')
  writeFileSync(path, bytes)
  const [found] = JSON.parse(execFileSync('exiftool', ['-j', '-G1', '-a', '-n', path], { encoding: 'utf8' }))
  return found
}

describe('a picture that is attached', () => {
  it.skipIf(!isOnPath('exiftool')).each(PICTURES)(
    '%s keeps its size and which way up it is, and none of the notes',
    name => {
      const before = notesOf(readPicture(name))
      expect(Object.keys(before).some(tag => tag.startsWith('GPS:'))).toBe(true)
      const { bytes } = checked(readPicture(name))
      const after = notesOf(bytes)
      expect(after['Composite:ImageSize']).toBe(before['Composite:ImageSize'])
      expect(after['IFD0:Orientation'] ?? 1).toBe(name.startsWith('turned') ? 6 : 1)
      const notes = Object.keys(after).filter(
        tag =>
          !/^(SourceFile|ExifTool:|System:|File:|JFIF:|RIFF:|PNG:|Composite:(ImageSize|Megapixels))/.test(
            tag,
          ),
      )
      expect(notes.filter(tag => tag !== 'IFD0:Orientation')).toEqual([])
      expect(Object.keys(after).filter(tag => /comment|warning|error|trailer/i.test(tag))).toEqual([])
      for (const telling of ['SECRETCAM', 'Owner Name', 'telling comment', '2025:09:26'])
        expect(Buffer.from(bytes).includes(telling), telling).toBe(false)
    },
  )

  it.each(PICTURES)('%s is the same again when it is cleaned again', name => {
    const once = checked(readPicture(name)).bytes
    expect(Buffer.compare(checked(once).bytes, once)).toBe(0)
  })

  it.each(PICTURES.filter(name => name.endsWith('.jpg')))('%s loses the film behind its end mark', name => {
    const whole = readPicture(name)
    const film = text('ftypmp42 the film of a phone')
    const { bytes } = checked(new Uint8Array(Buffer.concat([whole, film])))
    expect(Buffer.compare(bytes, checked(whole).bytes)).toBe(0)
  })

  it.each(PICTURES)('%s is refused wherever it is cut', name => {
    const whole = readPicture(name)
    for (let length = 16; length < whole.length; length += 1)
      expect(problem(whole.subarray(0, length)), `cut to ${length}`).toBe('torn')
  })

  it('that says to be huge is refused before it is drawn', () => {
    const png = readPicture('plain.png')
    const view = new DataView(png.buffer)
    view.setUint32(16, 60_000)
    view.setUint32(20, 60_000)
    expect(checkAttachment(png)).toEqual({
      ok: false,
      problem: { kind: 'too-many-pixels', megapixels: 3600 },
    })
  })

  it('never throws and never grows, whatever its bytes are', () => {
    const dice = diceFor('attachments')
    for (const name of PICTURES) {
      const whole = readPicture(name)
      for (let round = 0; round < count(300, 20_000); round += 1) {
        const spoilt = whole.slice()
        for (let change = 0; change <= dice(4); change += 1) spoilt[dice(spoilt.length)] = dice(256)
        const result = checkAttachment(spoilt)
        if (result.ok) expect(result.value.bytes.length).toBeLessThanOrEqual(whole.length + 64)
      }
    }
  })

  it('of a million empty parts is read in a moment', () => {
    const png = readPicture('plain.png')
    const empty = new Uint8Array(Buffer.from('0000000049444154 35af061e'.replace(' ', ''), 'hex'))
    const parts = new Uint8Array(empty.length * 1_000_000)
    for (let at = 0; at < parts.length; at += empty.length) parts.set(empty, at)
    const made = new Uint8Array(Buffer.concat([png.subarray(0, 33), parts, png.subarray(33)]))
    expect(problem(made)).toBe('image/png')
  })
})

describe('what else is picked', () => {
  it('is known by its content, and told apart', () => {
    const heic = text('....ftypheic........')
    expect(problem(new Uint8Array())).toBe('empty')
    expect(problem(heic)).toBe('heic')
    expect(problem(text('....ftypmp42'))).toBe('not-supported')
    expect(problem(text('PK\u0003\u0004 a document'))).toBe('not-supported')
    expect(problem(text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBe('not-supported')
    expect(problem(text('GIF89a'))).toBe('not-supported')
    expect(problem(text('%PDF-1.7\n1 0 obj\n'))).toBe('torn')
    expect(problem(text('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n'))).toBe('application/pdf')
    expect(problem(text('\ufeff\n%PDF-1.4\n%%EOF'))).toBe('application/pdf')
    expect(problem(new Uint8Array([0xff, 0xd8, 0xff]))).toBe('torn')
  })
})
