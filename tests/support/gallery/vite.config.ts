/** Builds the gallery of parts. A tool for those who work on the look; never shipped. */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ariaLocales } from '../../../electron/build/aria-locales.ts'
import { poMessages } from '../../../electron/build/po-messages.ts'

// biome-ignore lint/style/noDefaultExport: vite reads it so
export default defineConfig({
  root: import.meta.dirname,
  publicDir: resolve(import.meta.dirname, '../../../resources/icons'),
  plugins: [react(), poMessages(), ariaLocales()],
  build: {
    outDir: resolve(import.meta.dirname, '../../../out/gallery'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
