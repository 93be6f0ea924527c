import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { violationsIn, violationsInTree } from '../../support/layers.ts'

const planted: readonly (readonly [string, string])[] = [
  ['src/domain/money.ts', "import { createStore } from '#store/store.ts'"],
  ['src/domain/money.ts', "import { readFileSync } from 'node:fs'"],
  ['src/domain/money.ts', "import type { Host } from '../host/host.ts'"],
  ['src/domain/money.ts', "const late = await import('#vault/vault.ts')"],
  ['src/vault/epoch.ts', "import { entry } from '#store/change.ts'"],
  ['src/store/tables.ts', "import { openLog } from '#host/browser/record-log.ts'"],
  ['src/store/tables.ts', "import { store } from '#store/store.ts'"],
  ['src/reports/csv.ts', "import { x } from '#state/live.ts'"],
  ['src/ui/today/Today.tsx', "import { planImport } from '#imports/import-plan.ts'"],
  ['src/ui/today/Today.tsx', "import { Dexie } from 'dexie'"],
  ['src/state/live.ts', "import { Button } from '#ui/parts/Button.tsx'"],
  ['electron/main/index.ts', "import { parseAmount } from '../../src/domain/money.ts'"],
  ['electron/preload/index.ts', "export { host } from '../../src/host/electron.ts'"],
]

describe('layers', () => {
  it.each(planted)('%s may not contain: %s', (file, source) => {
    expect(violationsIn(file, source)).toHaveLength(1)
  })

  it('lets through what the table allows', () => {
    expect(
      violationsIn('src/ui/money/Money.tsx', "import type { ImportPlan } from '#imports/import-plan.ts'"),
    ).toEqual([])
    expect(
      violationsIn('src/state/live.ts', "import { x } from '#domain/entry.ts'\nimport { y } from './ids.ts'"),
    ).toEqual([])
    expect(violationsIn('electron/main/ipc.ts', "import { CSP } from '../../src/host/contract.ts'")).toEqual(
      [],
    )
  })

  it('finds no import in the tree that breaks the table', () => {
    expect(violationsInTree(resolve(import.meta.dirname, '../../..'))).toEqual([])
  })
})
