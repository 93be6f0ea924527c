import { describe, expect, it } from 'vitest'
import {
  type ChangeBody,
  encodeChange,
  encodeOpen,
  MAX_BODY_BYTES,
  parseChange,
  parseOpen,
} from '#store/change.ts'
import { idOf } from '../../support/store/plain-sealer.ts'

const place = { device: idOf('amina'), session: idOf('session'), seq: 5 }
const own = [place.device, place.session] as const
const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const base = { v: 1, change: idOf('change'), at: 1, command: 'edit', chains: [own] }
const set = (extra: object) => ({ record: 'r', field: 'f', value: 1, replaces: [], ...extra })
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

describe('the body of a change', () => {
  it('reads back as it was written', () => {
    const body: ChangeBody = {
      change: idOf('change'),
      at: 1_700_000_000_000,
      command: 'settleEntry',
      undoes: idOf('other'),
      part: 1,
      parts: 3,
      before: 2,
      chains: [own, [idOf('joe'), idOf('his session')]],
      seen: [
        [1, 9, 'ab'.repeat(32)],
        [1, 9, 'ab'.repeat(32), 1],
      ],
      ops: [
        { create: 'entry', record: 'e', fields: { a: null, b: [{ c: 'é' }], d: -0.5 } },
        { record: 'e', field: 'amount', value: { cents: 1 }, replaces: [[1, 3, 0]], restores: [[0, 1, 2]] },
        { record: 'e', field: 'amount', unset: true, replaces: [] },
      ],
    }
    expect(parseChange(encodeChange(body), place)).toEqual({ ok: true, value: body })
    const open = { at: 1, chains: body.chains, earlier: [], seen: body.seen }
    expect(parseOpen(encodeOpen(open), { ...place, seq: 1 })).toEqual({ ok: true, value: open })
  })

  it('is kept with members that this version does not know', () => {
    expect(parseChange(bytes({ ...base, later: 1, ops: [set({ colour: 'red' })] }), place).ok).toBe(true)
  })

  it.each([
    ['of a newer format', { ...base, v: 2, ops: [] }, { kind: 'newer-format', version: 2 }],
    ['without a version', { ...base, v: undefined, ops: [] }, { kind: 'malformed', at: 'v' }],
    ['that is no JSON', '{', { kind: 'not-json' }],
    ['that is a list', [], { kind: 'malformed', at: 'body' }],
    ['beyond a megabyte', `"${'x'.repeat(MAX_BODY_BYTES)}"`, { kind: 'too-big' }],
    ['nested too deep', { ...base, ops: [set({ value: nested(40) })] }, { kind: 'too-deep' }],
    ['nested far too deep', `{"v":1,"x":${'['.repeat(400_000)}${']'.repeat(400_000)}}`, { kind: 'too-deep' }],
    [
      'with a number beyond all',
      `{"v":1,"chains":[],"change":"${idOf('c')}","at":1,"command":"x","ops":[{"record":"r","field":"f","value":1e999,"replaces":[]}]}`,
      { kind: 'malformed', at: 'value' },
    ],
    [
      'whose op replaces itself',
      { ...base, ops: [set({ replaces: [[0, 5, 0]] })] },
      { kind: 'malformed', at: 'replaces' },
    ],
    [
      'whose op replaces its own future',
      { ...base, ops: [set({ replaces: [[0, 9, 0]] })] },
      { kind: 'malformed', at: 'replaces' },
    ],
    [
      'whose op replaces an earlier part of it',
      { ...base, before: 2, ops: [set({ replaces: [[0, 3, 0]] })] },
      { kind: 'malformed', at: 'replaces' },
    ],
    [
      'that points outside its dictionary',
      { ...base, ops: [set({ replaces: [[1, 1, 0]] })] },
      { kind: 'malformed', at: 'replaces' },
    ],
    [
      'with a seq of nothing',
      { ...base, ops: [set({ replaces: [[0, 0, 0]] })] },
      { kind: 'malformed', at: 'replaces' },
    ],
    ['with one chain twice', { ...base, chains: [own, own], ops: [] }, { kind: 'malformed', at: 'chains' }],
    [
      'that reaches for the prototype',
      `{"v":1,"chains":[],"change":"${idOf('c')}","at":1,"command":"x","ops":[{"create":"k","record":"r","fields":{"__proto__":{"a":1}}}]}`,
      { kind: 'malformed', at: 'field' },
    ],
    [
      'that creates something deleted',
      { ...base, ops: [{ create: 'k', record: 'r', fields: { deleted: true } }] },
      { kind: 'malformed', at: 'field' },
    ],
    [
      'that deletes by halves',
      { ...base, ops: [set({ field: 'deleted', value: 'yes' })] },
      { kind: 'malformed', at: 'value' },
    ],
    [
      'that both sets and unsets',
      { ...base, ops: [set({ unset: true })] },
      { kind: 'malformed', at: 'unset' },
    ],
    [
      'of a part beyond its parts',
      { ...base, part: 2, parts: 2, ops: [] },
      { kind: 'malformed', at: 'part' },
    ],
    ['without a value', { ...base, ops: [set({ value: undefined })] }, { kind: 'malformed', at: 'value' }],
    [
      'with too many ops',
      { ...base, ops: Array.from({ length: 32_768 }, () => 0) },
      { kind: 'malformed', at: 'ops' },
    ],
  ])('%s is refused', (_what, body, problem) => {
    expect(parseChange(bytes(body), place)).toEqual({ ok: false, problem })
  })

  it('is never more than refused, whatever byte is changed', () => {
    const whole = encodeChange({
      change: idOf('c'),
      at: 5,
      command: 'x',
      part: 0,
      parts: 1,
      before: 0,
      chains: [own],
      seen: [],
      ops: [{ record: 'r', field: 'f', value: { a: [1, 'b'] }, replaces: [[0, 1, 0]] }],
    })
    for (let i = 0; i < whole.length; i += 1)
      for (const flip of [1, 32, 128]) {
        const changed = whole.map((byte, index) => (index === i ? byte ^ flip : byte))
        expect(typeof parseChange(changed, place).ok).toBe('boolean')
      }
  })

  it('opens a session only as its first record, and names only its own device as earlier', () => {
    const open = {
      at: 1,
      chains: [[idOf('joe'), idOf('s')] as const],
      earlier: [[0, 1, 'ab'.repeat(32)] as const],
      seen: [],
    }
    expect(parseOpen(encodeOpen(open), { ...place, seq: 1 })).toEqual({
      ok: false,
      problem: { kind: 'malformed', at: 'earlier' },
    })
    expect(parseOpen(encodeOpen({ ...open, earlier: [] }), place)).toEqual({
      ok: false,
      problem: { kind: 'malformed', at: 'seq' },
    })
  })
})
