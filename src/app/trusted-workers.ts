/**
 * The only place that turns a text into a worker's script. Under Trusted Types the page may make exactly one policy,
 * `app`, and that policy lets through the four worker files of this build and nothing else.
 */
import recordKeeperUrl from '../host/browser/record-keeper.worker.ts?worker&url'
import importUrl from '../imports/import.worker.ts?worker&url'
import pdfUrl from '../ui/attachments/pdf.worker.ts?worker&url'
import vaultUrl from '../vault/vault.worker.ts?worker&url'

const allowed: ReadonlySet<string> = new Set([recordKeeperUrl, importUrl, pdfUrl, vaultUrl])

interface ScriptUrlPolicy {
  createScriptURL(url: string): string
}

interface TrustedTypes {
  createPolicy(name: 'app', rules: ScriptUrlPolicy): ScriptUrlPolicy
}

const rules: ScriptUrlPolicy = {
  createScriptURL(url) {
    if (!allowed.has(url)) throw new TypeError('not a worker of this app')
    return url
  },
}

export interface WorkerFactory {
  readonly recordKeeper: () => Worker
  readonly bankFiles: () => Worker
  readonly pdf: () => Worker
  readonly vault: () => Worker
}

export function createWorkerFactory(scope: object): WorkerFactory {
  const { trustedTypes } = scope as { readonly trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('app', rules) ?? rules
  const start = (url: string) => () => new Worker(policy.createScriptURL(url), { type: 'module' })
  return {
    recordKeeper: start(recordKeeperUrl),
    bankFiles: start(importUrl),
    pdf: start(pdfUrl),
    vault: start(vaultUrl),
  }
}
