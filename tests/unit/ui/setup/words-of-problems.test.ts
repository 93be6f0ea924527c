/** Every problem of opening a group has its own sentences, in both languages. */
import { describe, expect, it } from 'vitest'
import { messages as en } from '#resources/locales/lock.en.po'
import { messages as fr } from '#resources/locales/lock.fr.po'
import type { EntryProblem } from '#state/session.ts'

const KINDS: Readonly<Record<EntryProblem['kind'], true>> = {
  'wrong-passphrase': true,
  'missing-key-file': true,
  damaged: true,
  'absurd-work-factor': true,
  'newer-format': true,
  'mistyped-secret': true,
  'wrong-secret': true,
  'disk-full': true,
  io: true,
  'not-a-sealed-copy': true,
  'copy-damaged': true,
  'group-already-here': true,
}

describe.each([
  ['English', en],
  ['French', fr],
])('in %s', (_, messages) => {
  it.each(Object.keys(KINDS))('%s says what happened and what to do', kind => {
    const title = JSON.stringify(messages[`lock.problem-title.${kind}`])
    const text = JSON.stringify(messages[`lock.problem-text.${kind}`])
    expect(title?.length).toBeGreaterThan(10)
    expect(text?.length).toBeGreaterThan(40)
  })

  it('gives no two problems the same title', () => {
    const titles = Object.keys(KINDS).map(kind => JSON.stringify(messages[`lock.problem-title.${kind}`]))
    expect(new Set(titles).size).toBe(titles.length)
  })
})
