/** The key files of the group on this laptop, as its index names them. */
import type { Host } from '#host/host.ts'
import { readKeyFiles } from '#vault/key-index.ts'
import type { KeyFileSet } from '#vault/vault.ts'

export const keyFilesOf = (host: Host): Promise<KeyFileSet> => readKeyFiles(name => host.keyFiles.read(name))
