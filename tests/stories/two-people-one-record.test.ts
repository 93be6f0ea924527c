/** What people meet when several of them work apart: `architecture.md`, section 2, told with names. */
import { describe, expect, it } from 'vitest'
import { Laptop } from '../support/store/laptop.ts'

const meet = (...laptops: Laptop[]) => {
  for (const one of laptops) for (const other of laptops) if (one !== other) one.receive(other.outbox)
}
const inbox = (laptop: Laptop) => laptop.ledger.inbox.decisions()
const values = (laptop: Laptop) => inbox(laptop).map(({ values }) => values.map(({ value }) => value))

function withRent() {
  const amina = new Laptop('Amina')
  const joe = new Laptop('Joe')
  amina.creates('entry', 'rent', { amount: 900, name: 'landlord' })
  meet(amina, joe)
  return { amina, joe }
}

describe('Amina and Joe change one payment apart', () => {
  it('keeps both amounts, shows the later one, and settles them in one place', () => {
    const { amina, joe } = withRent()
    amina.sets('rent', 'amount', 950)
    joe.now += 60_000
    joe.sets('rent', 'amount', 975)
    meet(amina, joe)
    expect(values(amina)).toEqual([[975, 950]])
    expect(values(joe)).toEqual([[975, 950]])
    const settling = amina.does('settleEntry', { op: 'settle', id: 'rent', field: 'amount', value: 960 })
    meet(amina, joe)
    expect([inbox(joe), joe.value('rent', 'amount')]).toEqual([[], 960])
    amina.undoes(settling)
    meet(amina, joe)
    expect(values(joe)).toEqual([[975, 950]])
    expect(amina.picture()).toEqual(joe.picture())
  })

  it('asks nothing where both wrote the same', () => {
    const { amina, joe } = withRent()
    amina.sets('rent', 'amount', 950)
    joe.sets('rent', 'amount', 950)
    meet(amina, joe)
    expect([inbox(amina), joe.value('rent', 'amount')]).toEqual([[], 950])
  })

  it('keeps the other value in the history of a field that asks nobody', () => {
    const { amina, joe } = withRent()
    amina.sets('rent', 'name', 'Mrs Tran')
    joe.now += 60_000
    joe.sets('rent', 'name', 'Tran Homes')
    meet(amina, joe)
    expect(inbox(amina)).toEqual([])
    expect(amina.ledger.inbox.history('rent', 'name').map(({ value }) => value)).toEqual([
      'Tran Homes',
      'Mrs Tran',
      'landlord',
    ])
  })

  it('believes what was seen, not the clock: an edit after another wins though its clock is years behind', () => {
    const amina = new Laptop('Amina')
    const joe = new Laptop('Joe', { clockOff: -5_000_000 })
    amina.creates('entry', 'rent', { amount: 900 })
    meet(amina, joe)
    joe.sets('rent', 'amount', 950)
    meet(amina, joe)
    expect([amina.value('rent', 'amount'), inbox(amina)]).toEqual([950, []])
  })

  it('lets the shown value be edited without deciding about the other', () => {
    const { amina, joe } = withRent()
    amina.sets('rent', 'amount', 950)
    joe.sets('rent', 'amount', 975)
    meet(amina, joe)
    amina.sets('rent', 'amount', 1)
    expect(inbox(amina)).toHaveLength(1)
  })
})

describe('a pair is shown only when nothing that is missing could settle it', () => {
  it('waits for the change of Joe that came between', () => {
    const { amina, joe } = withRent()
    joe.sets('rent', 'amount', 950)
    joe.sets('rent', 'amount', 975)
    const [, between, last] = joe.outbox
    if (between === undefined || last === undefined) throw new Error('Joe wrote two changes')
    amina.receive([joe.outbox[0] as never, last])
    expect([amina.value('rent', 'amount'), inbox(amina)]).toEqual([975, []])
    expect(amina.ledger.engine.chains.gaps()).toMatchObject([{ from: 2, to: 2 }])
    amina.receive([between])
    expect([amina.value('rent', 'amount'), inbox(amina), amina.ledger.engine.chains.gaps()]).toEqual([
      975,
      [],
      [],
    ])
  })
})

describe('what comes before what it speaks of', () => {
  it('a deletion of a record that Lena does not have yet holds when the record comes', () => {
    const { amina, joe } = withRent()
    joe.does('delete', { op: 'delete', id: 'rent' })
    const lena = new Laptop('Lena')
    lena.receive(joe.outbox)
    expect(lena.ledger.views.get('rent')).toBeUndefined()
    lena.reloads()
    lena.receive(amina.outbox)
    expect(lena.ledger.views.all('entry')).toEqual([])
    expect(lena.ledger.views.trash().map(({ id }) => id)).toEqual(['rent'])
    expect(inbox(lena)).toEqual([])
  })

  it('a field set before its record was created keeps what was set, and a late parent does not come back to life', () => {
    const { amina, joe } = withRent()
    joe.sets('rent', 'amount', 950)
    const lena = new Laptop('Lena')
    lena.receive(joe.outbox)
    lena.reloads()
    lena.receive(amina.outbox)
    expect(lena.ledger.views.get('rent')?.fields).toEqual({ amount: 950, name: 'landlord' })
    expect(inbox(lena)).toEqual([])
  })
})

describe('Amina deletes what Joe is editing', () => {
  it('asks in the inbox when neither knew of the other, and either answer settles it', () => {
    const { amina, joe } = withRent()
    amina.does('delete', { op: 'delete', id: 'rent' })
    joe.sets('rent', 'amount', 950)
    meet(amina, joe)
    expect(inbox(joe)).toMatchObject([
      { id: 'rent', field: 'deleted', values: [{ value: true }, { value: 950 }] },
    ])
    joe.does('restore', { op: 'restore', id: 'rent' })
    meet(amina, joe)
    expect([inbox(amina), amina.value('rent', 'amount')]).toEqual([[], 950])
  })

  it('asks nothing when she had seen his edit, or he her deletion', () => {
    const { amina, joe } = withRent()
    joe.sets('rent', 'amount', 950)
    meet(amina, joe)
    amina.does('delete', { op: 'delete', id: 'rent' })
    meet(amina, joe)
    expect(inbox(joe)).toEqual([])
    joe.sets('rent', 'name', 'for the archive')
    meet(amina, joe)
    expect(inbox(amina)).toEqual([])
  })

  it('confirming the deletion closes the question for both', () => {
    const { amina, joe } = withRent()
    amina.does('delete', { op: 'delete', id: 'rent' })
    joe.sets('rent', 'amount', 950)
    meet(amina, joe)
    joe.does('settle', { op: 'settle', id: 'rent', field: 'deleted', value: true })
    meet(amina, joe)
    expect([inbox(amina), inbox(joe), amina.ledger.views.trash()]).toMatchObject([[], [], [{ id: 'rent' }]])
  })
})

describe('undo', () => {
  it('of undo of undo comes back to where it was, again and again', () => {
    const { amina } = withRent()
    let change = amina.sets('rent', 'amount', 950)
    for (const amount of [900, 950, 900, 950]) {
      change = amina.undoes(change)?.change ?? ''
      expect(amina.value('rent', 'amount')).toBe(amount)
    }
  })

  it('goes back step by step through several changes, each counting as what it restores', () => {
    const { amina } = withRent()
    const one = amina.sets('rent', 'amount', 1)
    const two = amina.sets('rent', 'amount', 2)
    amina.undoes(two)
    expect(amina.undoes(one)?.kept).toEqual([])
    expect(amina.value('rent', 'amount')).toBe(900)
  })

  it('undone, redone and undone again still lets the change before be undone', () => {
    const { amina } = withRent()
    const one = amina.sets('rent', 'amount', 1)
    const two = amina.sets('rent', 'amount', 2)
    const undo = amina.undoes(two)?.change ?? ''
    const redo = amina.undoes(undo)?.change ?? ''
    amina.undoes(redo)
    expect(amina.value('rent', 'amount')).toBe(1)
    expect(amina.undoes(one)?.kept).toEqual([])
    expect(amina.value('rent', 'amount')).toBe(900)
  })

  it('leaves alone, and names, what Joe has changed since', () => {
    const { amina, joe } = withRent()
    const both = amina.does(
      'edit',
      { op: 'set', id: 'rent', field: 'amount', value: 1 },
      { op: 'set', id: 'rent', field: 'name', value: 'x' },
    )
    meet(amina, joe)
    joe.sets('rent', 'amount', 2)
    meet(amina, joe)
    expect(amina.undoes(both)?.kept).toEqual([{ id: 'rent', field: 'amount' }])
    expect(amina.ledger.views.get('rent')?.fields).toEqual({ amount: 2, name: 'landlord' })
  })

  it('of a creation puts it in the trash, and of a deletion takes it out; of a first value unsets it', () => {
    const { amina } = withRent()
    const create = amina.creates('task', 't', { name: 'call' })
    const undone = amina.undoes(create)?.change ?? ''
    expect(amina.ledger.views.trash().map(({ id }) => id)).toEqual(['t'])
    amina.undoes(undone)
    expect(amina.value('t', 'name')).toBe('call')
    amina.undoes(amina.does('delete', { op: 'delete', id: 't' }))
    expect(amina.ledger.views.get('t')?.deleted).toBe(false)
    amina.undoes(amina.sets('t', 'note', 'new'))
    expect(amina.ledger.views.get('t')?.fields).toEqual({ name: 'call' })
  })

  it('marks a change as undone until the undo is undone', () => {
    const { amina } = withRent()
    const change = amina.sets('rent', 'amount', 1)
    const isUndone = () => amina.ledger.inbox.changes(9).find(each => each.change === change)?.undone
    const undo = amina.undoes(change)?.change ?? ''
    expect(isUndone()).toBe(true)
    amina.undoes(undo)
    expect(isUndone()).toBe(false)
  })
})

describe('Amina and Joe import the same bank file apart', () => {
  it('makes one record of each row, and asks nothing', () => {
    const amina = new Laptop('Amina')
    const joe = new Laptop('Joe')
    for (const laptop of [amina, joe]) laptop.creates('entry', 'row-1', { amount: 12, name: 'bakery' })
    meet(amina, joe)
    expect(amina.ledger.views.all('entry')).toHaveLength(1)
    expect([inbox(amina), inbox(joe)]).toEqual([[], []])
    expect(amina.picture()).toEqual(joe.picture())
    expect(amina.tries('create', { op: 'create', kind: 'entry', id: 'row-1', fields: { amount: 12 } })).toBe(
      false,
    )
  })
})

describe('a profile copied to a second laptop', () => {
  it('loses nothing on either and is noticed by everybody', () => {
    const { amina, joe } = withRent()
    const copy = amina.cloned('second laptop')
    amina.reopens()
    amina.creates('task', 'at home', { name: 'a' })
    copy.creates('task', 'at work', { name: 'b' })
    meet(amina, copy, joe)
    for (const laptop of [amina, copy, joe]) {
      expect(laptop.ledger.views.all('task')).toHaveLength(2)
      expect(laptop.ledger.engine.chains.clones()).toEqual([amina.device])
    }
    joe.reloads()
    expect(joe.ledger.engine.chains.clones()).toEqual([amina.device])
  })

  it('is not suspected where a laptop was only locked and unlocked', () => {
    const { amina, joe } = withRent()
    for (let i = 0; i < 5; i += 1) {
      amina.reopens()
      amina.sets('rent', 'amount', i)
    }
    meet(amina, joe)
    expect([amina.ledger.engine.chains.clones(), joe.ledger.engine.chains.clones()]).toEqual([[], []])
  })

  it('is noticed when an old copy is put back and written to', () => {
    const { amina, joe } = withRent()
    const backup = amina.cloned('from the backup')
    amina.sets('rent', 'amount', 1)
    meet(amina, joe)
    backup.sets('rent', 'name', 'y')
    meet(backup, joe)
    expect(joe.ledger.engine.chains.clones()).toEqual([amina.device])
    expect(joe.ledger.views.get('rent')?.fields).toEqual({ amount: 1, name: 'y' })
  })
})
