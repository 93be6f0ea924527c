/** Writes tests/vectors/v<N> for a new format version N: `node tests/support/vault/write-vectors.mjs v2`. Never over an old one. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runnerImport } from 'vite'

const version = process.argv[2] ?? ''
const folder = join(import.meta.dirname, '../../vectors', version)
if (!/^v[1-9][0-9]*$/.test(version) || existsSync(folder)) {
  console.error('give a version that does not exist yet, such as v2: vectors are frozen')
  process.exit(1)
}
const { module } = await runnerImport(join(import.meta.dirname, 'make-vectors.ts'))
for (const { path, bytes } of await module.makeVectors()) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), bytes)
}
