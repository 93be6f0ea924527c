/** What this laptop has the key of. A screen says "kept in Money" or "kept in Care" where it has not. */
import type { Compartment } from '#domain/record-kind.ts'
import type { Vault } from '#vault/vault.ts'

export const canRead = ({ identity }: Pick<Vault, 'identity'>, compartment: Compartment): boolean =>
  identity.compartments.some(({ kind, readable }) => kind === compartment && readable)
