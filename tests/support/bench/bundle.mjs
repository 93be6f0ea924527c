/** Builds the benches as the product is built (vite, for production) into a folder that is removed at the end. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../../..')
const benches = join(root, 'tests/bench')
const configFile = join(import.meta.dirname, 'vite.config.ts')

/** Inside the checkout, so that what runs in Node finds the packages that stay outside the bundle. */
export function createWorkFolder() {
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out/bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** @param {string} folder @returns {Promise<(name: string) => string>} the path of a bench for Node */
export async function bundleForNode(folder) {
  const names = ['unlock', 'merge', 'yearly']
  await build({
    configFile,
    root: join(benches, 'node'),
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: join(folder, 'node'),
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(names.map(name => [name, join(benches, `node/${name}.ts`)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return name => join(folder, 'node', `${name}.mjs`)
}

/** @param {string} folder @returns {Promise<string>} the folder with the pages */
export async function bundlePages(folder) {
  const names = ['group', 'one-row', 'found', 'plan']
  await build({
    configFile,
    root: join(benches, 'pages'),
    logLevel: 'error',
    build: {
      outDir: join(folder, 'pages'),
      emptyOutDir: true,
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: names.map(name => join(benches, `pages/${name}.html`)) },
    },
  })
  return join(folder, 'pages')
}
