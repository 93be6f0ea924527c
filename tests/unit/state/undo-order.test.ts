/** Undo asked for twice in one breath takes back two changes, and undo waits for a change that is still being kept. */
import { describe, expect, it } from 'vitest'
import { createGate } from '#state/commands/gate.ts'
import { foundedLaptop } from '../../support/state/laptop.ts'

async function threeNotes() {
  const { session } = await foundedLaptop()
  const store = session.getState().open?.store
  if (!store) throw new Error('no group is open')
  const gate = createGate(store)
  const note = (id: string) =>
    gate.run('test', [{ op: 'create', kind: 'appointment-private', id, fields: { notes: id } }])
  const standing = () => ['one', 'two', 'three'].filter(id => store.get(id)?.deleted === false)
  return { gate, note, standing }
}

describe('undo', () => {
  it('takes back two changes when asked for twice at once, and redo brings both again', async () => {
    const { gate, note, standing } = await threeNotes()
    for (const id of ['one', 'two', 'three']) await note(id)
    await Promise.all([gate.undo(), gate.undo()])
    expect(standing()).toEqual(['one'])
    await Promise.all([gate.redo(), gate.redo()])
    expect(standing()).toEqual(['one', 'two', 'three'])
  })

  it('takes back the change that was begun last, not the one before it', async () => {
    const { gate, note, standing } = await threeNotes()
    await note('one')
    await Promise.all([note('two'), gate.undo()])
    expect(standing()).toEqual(['one'])
  })

  it('names the change that it took back', async () => {
    const { gate, note } = await threeNotes()
    const [one, two] = [await note('one'), await note('two')]
    const changes = [await gate.undo(), await gate.undo()].map(each => each.ok && each.value.takenBack)
    expect(changes).toEqual([two.ok && two.value.change, one.ok && one.value.change])
  })

  it('goes on after a refusal', async () => {
    const { gate, note, standing } = await threeNotes()
    const [refused, , undone] = await Promise.all([gate.undo(), note('one'), gate.undo()])
    expect(refused.ok).toBe(false)
    expect(undone.ok).toBe(true)
    expect(standing()).toEqual([])
  })
})
