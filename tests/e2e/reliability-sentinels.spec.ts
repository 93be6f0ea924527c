/**
 * Silence on disk. Strings and amounts that stand nowhere else are typed through the screens and imported; after a
 * lock no file of the laptop holds one of them, nor a key, nor the passphrase, nor what stands on the recovery sheet.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../support/electron/desktop.ts'
import { untilReplaced } from '../support/journey/machine.ts'
import { journeyWords } from '../support/journey/words.ts'
import { keySentinels } from '../support/sentinels/keys.ts'
import { createSearch, needlesOf, type Search, type Sentinel } from '../support/sentinels/search.ts'
import { paperSentinels, sentinelsOf, writtenBy } from '../support/sentinels/sentinels.ts'
import { type Evening, tellEverything } from '../support/sentinels/story.ts'
import { type WatchedLaptop, watchedBrowser, watchedDesktop } from '../support/sentinels/watched-laptop.ts'
import { createDice, type Dice } from '../support/soak/dice.ts'
import { count, diceFor, reportFigures } from '../support/soak/size.ts'

const words = journeyWords('en')
const FEWEST_SENTINELS = 25

/** What the person has as a file with names in it, because the bank wrote it or because it was asked for. */
const EXPORTED_NAMES = ['bankPayee', 'accentedPayee', 'typedPayee']

interface Lived {
  readonly search: Search
  readonly sentinels: readonly Sentinel[]
}

async function liveAnEvening(laptop: WatchedLaptop, dice: Dice): Promise<Lived> {
  const evening: Evening = { machine: laptop.machine, words, written: writtenBy(dice) }
  const told = await tellEverything(evening)
  // While it is open the page has all of it; else looking into its memory would show nothing.
  const memory = await laptop.stringsInMemory()
  if (memory !== null) expect(memory).toContain(evening.written.groupName)
  const lock = laptop.machine.page().getByRole('button', { name: words.t('common.shell.lock'), exact: true })
  await untilReplaced(lock.click())
  await laptop.machine.afterLock(words.t('lock.title'))
  const sentinels = [
    ...sentinelsOf(evening.written),
    { name: 'passphrase', forms: [told.passphrase] },
    ...paperSentinels(told.sheet),
    ...(await keySentinels(await laptop.keyFiles(), told.passphrase)),
  ]
  expect(sentinels.length).toBeGreaterThanOrEqual(FEWEST_SENTINELS)

  // The search finds what is there: the file that was asked for with names has them, and the sealed copy none.
  const search = createSearch(sentinels)
  const handedOut = search.inFiles([laptop.machine.folder])
  const named = handedOut.filter(({ path }) => path === told.withNames.path)
  expect(named.map(({ sentinel }) => sentinel)).toEqual(expect.arrayContaining(EXPORTED_NAMES))
  const places = [told.bankFile, told.paper, told.withNames.path]
  expect(handedOut.filter(({ path }) => !places.includes(path))).toEqual([])
  return { search, sentinels }
}

/** Every sentinel in every encoding, among other bytes: a search that could miss one would say nothing by its silence. */
async function expectToFindPlanted(folder: string, { search, sentinels }: Lived): Promise<void> {
  const planted = join(folder, 'planted', 'deep')
  await mkdir(planted, { recursive: true })
  for (const shift of [0, 1, 2]) {
    const filler = Buffer.alloc(3 + shift, '~')
    const parts = sentinels.flatMap(({ forms }) =>
      forms.flatMap(form => {
        const text = Buffer.from(form)
        const base64 = Buffer.concat([filler, text, Buffer.from('~~~')]).toString('base64')
        const wide = typeof form === 'string' ? Buffer.from(form, 'utf16le') : Buffer.alloc(0)
        return [
          text,
          Buffer.from(text.toString('hex')),
          Buffer.from(base64),
          wide,
          Buffer.from(wide).swap16(),
        ]
      }),
    )
    await writeFile(join(planted, `${shift}`), Buffer.concat(parts.flatMap(part => [filler, part])))
  }
  const key = ({ sentinel, encoding }: { sentinel: string; encoding: string }) => `${sentinel}, ${encoding}`
  const found = new Set(search.inFiles([folder]).map(key))
  expect(needlesOf(sentinels).map(key)).toEqual(expect.arrayContaining([...found]))
  expect(needlesOf(sentinels).filter(needle => !found.has(key(needle)))).toEqual([])
}

async function expectSilence(laptop: WatchedLaptop, { search }: Lived): Promise<void> {
  expect(search.inFiles(laptop.folders), 'while it is locked').toEqual([])
  const memory = await laptop.stringsInMemory()
  if (memory !== null) expect(search.inBytes(Buffer.from(memory)), 'in the memory of the page').toEqual([])
  await laptop.close()
  expect(search.inFiles(laptop.folders), 'after it was closed').toEqual([])
}

const rounds = count(1, 5)

// A laptop of its own for each evening.
for (const on of ['browser', 'desktop'] as const)
  for (let evening = 1; evening <= rounds; evening += 1) {
    const which = rounds === 1 ? on : `${on}, evening ${evening}`
    test(`after a lock nothing that was typed lies in any file: ${which}`, async ({ desktop }) => {
      test.setTimeout(360_000)
      const dice = diceFor(`sentinels ${on} ${evening}`)
      const laptop = on === 'browser' ? await watchedBrowser() : await watchedDesktop(desktop)
      const lived = await liveAnEvening(laptop, createDice(dice(2 ** 30)))
      await expectSilence(laptop, lived)
      for (const folder of laptop.folders) await expectToFindPlanted(folder, lived)
      await laptop.remove()
      reportFigures({
        kind: `sentinels after a lock, ${on}`,
        cases: lived.sentinels.length,
        failures: 0,
        note: 'an evening',
      })
    })
  }
