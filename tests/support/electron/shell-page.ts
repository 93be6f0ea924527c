/**
 * The built shell around a page of the test's own: what is tested here is what *any* script in the page could do, so
 * the page must be ours to write, and not depend on what the product's page shows. Scripts are files of the page,
 * because what DevTools evaluates is not bound by the content security policy.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../..')

export interface ShellFolder {
  readonly path: string
  remove(): Promise<void>
}

const html = (scripts: readonly string[]): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A page of the test</title>
    ${scripts.map(name => `<script src="./${name}" defer></script>`).join('\n    ')}
  </head>
  <body><h1>A page of the test</h1></body>
</html>
`

/** A folder that Electron can start: the built main and preload, and `files` (name → text) as the page's own. */
export async function createShellFolder(files: Readonly<Record<string, string>>): Promise<ShellFolder> {
  const path = await mkdtemp(join(tmpdir(), 'porchlight-shell-'))
  const page = join(path, 'out/renderer')
  await mkdir(page, { recursive: true })
  await cp(join(ROOT, 'out/main'), join(path, 'out/main'), { recursive: true })
  await cp(join(ROOT, 'out/preload'), join(path, 'out/preload'), { recursive: true })
  const { name, productName, version, main, type } = JSON.parse(
    await readFile(join(ROOT, 'package.json'), 'utf8'),
  )
  await writeFile(join(path, 'package.json'), JSON.stringify({ name, productName, version, main, type }))
  const scripts = Object.keys(files).filter(file => file.endsWith('.js') && !file.endsWith('.worker.js'))
  await writeFile(join(page, 'index.html'), html(scripts))
  for (const [file, text] of Object.entries(files)) await writeFile(join(page, file), text)
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
