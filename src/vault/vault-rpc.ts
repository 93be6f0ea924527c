/**
 * What the page and the vault worker say to each other: one request, one answer, matched by number. No key crosses.
 *
 * Records and bodies cross packed: all of a batch lie one after another in one buffer that is transferred, with their
 * lengths beside. Ten thousand small buffers would each be cloned or transferred at a cost greater than opening them.
 */
import type { OpenedRecord, Vault } from './vault.ts'

export type VaultMethod = {
  readonly [Name in keyof Vault]: Vault[Name] extends (...args: never[]) => Promise<unknown> ? Name : never
}[keyof Vault]

export interface Packed {
  readonly buffer: ArrayBuffer
  readonly lengths: readonly number[]
}

export type OpenedWithoutBody = Exclude<OpenedRecord, { kind: 'opened' }> | OpenedHeader
export type OpenedHeader = Omit<Extract<OpenedRecord, { kind: 'opened' }>, 'body'>

/** Like `Vault`, but for `open`, whose bytes cross packed. */
export type Call =
  | {
      readonly [Name in Exclude<VaultMethod, 'open'>]: {
        readonly method: Name
        readonly args: Parameters<Vault[Name]>
      }
    }[Exclude<VaultMethod, 'open'>]
  | { readonly method: 'open'; readonly args: readonly [Packed] }

export type Request = Call & { readonly id: number }

/** `identity` comes with every answer, since creating a compartment changes it; null while locked. */
export type Answer =
  | { readonly id: number; readonly value: unknown; readonly identity: Vault['identity'] | null }
  | { readonly id: number; readonly failed: string }

export function pack(parts: readonly Uint8Array[]): Packed {
  const lengths = parts.map(part => part.length)
  const whole = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return { buffer: whole.buffer, lengths }
}

/** Views into the packed buffer, in order. */
export function unpack(packed: Packed): readonly Uint8Array[] {
  let at = 0
  return packed.lengths.map(length => {
    const part = new Uint8Array(packed.buffer, at, length)
    at += length
    return part
  })
}
