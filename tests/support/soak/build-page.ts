/** Builds the soak's page as the product is built, into a folder that both editions can serve. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { createShellFolder } from '../electron/shell-page.ts'

const PAGE = resolve(import.meta.dirname, 'page')

export interface BuiltPage {
  /** To be served: `index.html` and its files. */
  readonly folder: string
  /** The built desktop shell around that page, for Electron to start. */
  readonly shell: string
  remove(): Promise<void>
}

export async function buildSoakPage(): Promise<BuiltPage> {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-soak-page-'))
  await build({
    root: PAGE,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(PAGE, 'index.html') },
    },
  })
  const shell = await createShellFolder({})
  await cp(folder, join(shell.path, 'out/renderer'), { recursive: true })
  return {
    folder,
    shell: shell.path,
    async remove() {
      await shell.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
