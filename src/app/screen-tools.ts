/** The screens' tools over this machine: workers, words of passphrases, today's date. */

import { createImportClient } from '#imports/import-client.ts'
import type { Machine } from '#state/machine.ts'
import type { ScreenTools } from '#state/screen-tools.ts'
import { createPassphraseJudge, passphraseWords, suggestPassphrase } from '#vault/passphrase.ts'
import type { WorkerFactory } from './trusted-workers.ts'

export function createScreenTools(machine: Machine, workers: WorkerFactory): ScreenTools {
  return {
    today: machine.today,
    now: machine.now,
    async suggestPassphrase(language) {
      return suggestPassphrase(machine.random, await passphraseWords(language))
    },
    judgePassphrase: createPassphraseJudge(),
    startPdfWorker: workers.pdf,
    createImportClient: () => createImportClient(workers.bankFiles()),
  }
}
