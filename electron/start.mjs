#!/usr/bin/env node
/**
 * `npm start`: installs and builds what is needed, then opens the desktop app, or, where the Electron runtime is not
 * here and cannot be fetched, the same build in a browser on 127.0.0.1.
 *
 *   --browser    the browser edition, even where the desktop app could open
 *   --no-open    do not open a browser (for scripts)
 *   --port N     another port than 47821; storage belongs to the port, so that is a separate store
 *   --no-build   serve what was built last (for tests, which start many)
 */
import { parseArgs } from 'node:util'
import { ensureBuilt, ensureInstalled, root } from './start/prepare.mjs'

const { values: options } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    port: { type: 'string' },
  },
})

if (!options['no-build']) {
  await ensureInstalled()
  await ensureBuilt()
}
// Only now: they may be of packages that were just installed, or of the build that was just made.
const { findElectron, runElectron } = await import('./start/desktop.mjs')
const { serve } = await import('./start/browser-edition.mjs')

const electron = options.browser ? null : await findElectron()
if (electron !== null) process.exitCode = await runElectron(electron, root)
else process.exitCode = await serve({ port: options.port, opens: !options['no-open'] })
