/** The product's own plugins, for building the benches as the product is built. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ariaLocales } from '../../../electron/build/aria-locales.ts'
import { poMessages } from '../../../electron/build/po-messages.ts'

// biome-ignore lint/style/noDefaultExport: vite reads it so
export default defineConfig({
  plugins: [react(), poMessages(), ariaLocales()],
  worker: { format: 'es' },
})
