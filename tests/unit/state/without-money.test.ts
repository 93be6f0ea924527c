/** A laptop that holds the key of Team alone: nothing of Money is asked for, called missing or offered. */
import { describe, expect, it } from 'vitest'
import { canRead } from '#state/compartments.ts'
import { todayFacts } from '#state/today-facts.ts'
import { driverCopy } from '../../support/sentinels/driver-copy.ts'
import { createLaptop } from '../../support/state/laptop.ts'
import { PASSPHRASE } from '../../support/vault/fast-vault.ts'

const TODAY = '2026-11-26'
const NOW = Date.parse('2026-11-26T12:00:00Z')

async function openedBy(opens: readonly ('team' | 'money')[]) {
  const laptop = createLaptop()
  const copy = await driverCopy({ today: TODAY, opens, more: [] })
  expect((await laptop.actions.openSealedCopy({ copy, passphrase: PASSPHRASE })).ok).toBe(true)
  const open = laptop.session.getState().open
  if (!open) throw new Error('no group is open')
  return open
}

describe('a laptop without the key of Money', () => {
  it('is asked for nothing of it on Today', async () => {
    const { vault, live } = await openedBy(['team'])
    expect(['team', 'money', 'care'].filter(each => canRead(vault, each as 'team'))).toEqual(['team'])
    const facts = todayFacts(live, TODAY, NOW, 0, canRead(vault, 'money'))
    expect(facts.tasks.map(({ kind }) => kind)).toEqual(['member-checks', 'sealed-copy'])
    expect(facts).toMatchObject({ moneyNowCents: null, toPayCents: null, month: null })
    expect(facts.clock?.kind).toBe('during')
  })

  it('has all of it with the key', async () => {
    const { vault, live } = await openedBy(['team', 'money'])
    const facts = todayFacts(live, TODAY, NOW, 0, canRead(vault, 'money'))
    expect(facts.moneyNowCents).toBeGreaterThan(0)
    expect(facts.tasks.map(({ kind }) => kind)).not.toContain('finish-set-up')
  })
})
