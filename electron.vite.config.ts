/**
 * Three bundles: main and preload for the desktop shell, renderer for the page. The renderer bundle is the same
 * one that the browser edition serves, so nothing in it may depend on where it came from.
 */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { ariaLocales } from './electron/build/aria-locales.ts'
import { pdfDecoders } from './electron/build/pdf-decoders.ts'
import { poMessages } from './electron/build/po-messages.ts'

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      lib: {
        entry: {
          index: resolve('electron/main/index.ts'),
          // Run by `npm start` in plain Node, for the browser edition.
          'loopback-server': resolve('electron/loopback/server.ts'),
        },
      },
      outDir: 'out/main',
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      lib: { entry: resolve('electron/preload/index.ts') },
      outDir: 'out/preload',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
    },
  },
  renderer: {
    root: 'src/app',
    plugins: [react(), poMessages(), ariaLocales(), pdfDecoders()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve('src/app/index.html') },
    },
  },
})
