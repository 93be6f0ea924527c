/** Builds the report area alone, for looking at it and printing it; never shipped. */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ariaLocales } from '../../../electron/build/aria-locales.ts'
import { poMessages } from '../../../electron/build/po-messages.ts'

// biome-ignore lint/style/noDefaultExport: vite reads it so
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), poMessages(), ariaLocales()],
  worker: { format: 'es' },
  build: {
    outDir: resolve(import.meta.dirname, '../../../out/ui-harness-reports'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
