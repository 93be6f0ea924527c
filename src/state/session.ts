/**
 * What this window is doing: which phase it is in, and what is open. Session state only; nothing of it is kept, and all
 * of it is dropped on lock. The phases are the product's outermost screens.
 */
import { createStore as createZustand, type StoreApi } from 'zustand/vanilla'
import type { Host, Language, Preferences, Theme } from '#host/host.ts'
import type { Store } from '#store/store.ts'
import type { RecoverProblem, UnlockProblem, Vault } from '#vault/vault.ts'
import type { Attachments } from './attachments.ts'
import type { Commands } from './commands.ts'
import type { Feed } from './feed.ts'
import type { Live } from './live.ts'

/** What opening the two copies on this laptop found; said in words where it is not empty. */
export interface OpenNotes {
  readonly records: number
  readonly healed: number
  readonly damaged: number
  readonly waiting: number
  /** Attachments that the sealed copy it came from did not hold whole. */
  readonly lostAttachments: number
  /** This profile was copied and both copies were written to. */
  readonly cloneNoticed: boolean
}

export type OpenStoreProblem =
  | { readonly kind: 'newer-format' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'io'; readonly code: string }

export type EntryProblem = UnlockProblem | RecoverProblem | OpenStoreProblem | CopyProblem

export type CopyProblem =
  | { readonly kind: 'not-a-sealed-copy' }
  | { readonly kind: 'copy-damaged'; readonly at: string }
  | { readonly kind: 'group-already-here' }

/** An open group: everything that a screen may use. Gone on lock. */
export interface OpenGroup {
  readonly demo: boolean
  readonly host: Host
  readonly vault: Vault
  readonly store: Store
  readonly live: Live
  readonly commands: Commands
  readonly attachments: Attachments
  readonly feed: Feed
  readonly notes: OpenNotes
}

export type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'already-open' }
  | { readonly kind: 'first-run' }
  | { readonly kind: 'locked'; readonly problem: EntryProblem | null }
  | {
      readonly kind: 'working'
      readonly what: 'creating' | 'unlocking' | 'opening' | 'recovering'
      readonly done: number
    }
  | { readonly kind: 'open' }

export interface SessionState {
  readonly phase: Phase
  readonly open: OpenGroup | null
  readonly preferences: Preferences
  /** Amounts are hidden on every screen until the key is pressed again. */
  readonly hideAmounts: boolean
  /** Locks after so many minutes without a sign of life. */
  readonly autoLockMinutes: number
  /** Step of the set-up to show; null outside it. */
  readonly setUpStep: number | null
  /** Shown once at set-up, then dropped. */
  readonly paperSecret: string | null
}

export type SessionStore = StoreApi<SessionState>

export function createSessionStore(systemLanguage: Language): SessionStore {
  return createZustand<SessionState>(() => ({
    phase: { kind: 'starting' },
    open: null,
    preferences: { language: systemLanguage, theme: 'system' },
    hideAmounts: false,
    autoLockMinutes: 10,
    setUpStep: null,
    paperSecret: null,
  }))
}

/** Language and theme are of this laptop and kept in clear; see `Preferences`. */
export async function setPreferences(
  session: SessionStore,
  host: Host,
  change: { readonly language?: Language; readonly theme?: Theme },
): Promise<void> {
  const preferences = { ...session.getState().preferences, ...change }
  session.setState({ preferences })
  await host.preferences.write(preferences)
}
