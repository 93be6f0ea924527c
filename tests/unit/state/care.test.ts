/** Care is there from the first evening, on every laptop of the group, and its key is on the disk before its records. */
import { describe, expect, it } from 'vitest'
import { createLaptop, foundedLaptop, type Laptop } from '../../support/state/laptop.ts'
import { PASSPHRASE } from '../../support/vault/fast-vault.ts'

const compartmentsOf = ({ session }: Pick<Laptop, 'session'>) =>
  (session.getState().open?.vault.identity.compartments ?? []).map(({ kind, readable }) => [kind, readable])

const EACH = [
  ['team', true],
  ['money', true],
  ['care', true],
]

async function noteIn({ session }: Pick<Laptop, 'session'>): Promise<void> {
  const written = await session.getState().open?.store.commit({
    command: 'test',
    ops: [{ op: 'create', kind: 'appointment-private', id: 'note', fields: { notes: 'asked for quiet' } }],
  })
  expect(written?.ok).toBe(true)
}

const noteOf = ({ session }: Pick<Laptop, 'session'>) =>
  session.getState().open?.store.get('note')?.fields['notes']

describe('Care', () => {
  it('is made with the group, kept over a lock, and opens from a sealed copy', async () => {
    const laptop = await foundedLaptop()
    expect(compartmentsOf(laptop)).toEqual(EACH)
    await noteIn(laptop)
    await laptop.actions.saveSealedCopy()
    const copy = laptop.host.person.saved.at(-1)?.bytes ?? new Uint8Array()
    await laptop.actions.lock()

    const later = createLaptop(laptop.host)
    await later.actions.start()
    await later.actions.unlock(PASSPHRASE)
    expect(compartmentsOf(later)).toEqual(EACH)
    expect(noteOf(later)).toBe('asked for quiet')

    const other = createLaptop()
    expect((await other.actions.openSealedCopy({ copy, passphrase: PASSPHRASE })).ok).toBe(true)
    expect(compartmentsOf(other)).toEqual(EACH)
    expect(noteOf(other)).toBe('asked for quiet')
  })

  it('that cannot be kept begins no group', async () => {
    const laptop = createLaptop()
    let left = Number.POSITIVE_INFINITY
    const { replace } = laptop.host.keyFiles
    Object.assign(laptop.host.keyFiles, {
      replace: (name: string, bytes: Uint8Array) => {
        if (name === 'device.age') left = 0
        else left -= 1
        return left < 0 ? { ok: false, problem: { kind: 'disk-full' } } : replace(name, bytes)
      },
    })
    const begun = await laptop.actions.startGroup({
      passphrase: PASSPHRASE,
      name: 'Maple Street',
      nameOnPaper: 'Maple Street',
      myName: 'Amina',
    })
    expect(begun).toEqual({ ok: false, problem: { kind: 'disk-full' } })
    expect(laptop.session.getState().phase).toEqual({ kind: 'first-run' })
  })
})
