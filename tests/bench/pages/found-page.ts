/** Run on the product's own origin: founds a group there, so that the product starts with its locked screen. */
import { createParts, foundGroup } from './open-parts.ts'

declare global {
  interface Window {
    /** Resolves when the group's key files are kept. */
    readonly founded: Promise<void>
  }
}

const parts = createParts()
Object.assign(window, { founded: foundGroup(parts).then(() => parts.vault.terminate()) })
