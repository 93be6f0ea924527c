/**
 * Puts pdf.js' decoder of JPEG 2000 pictures (which some scanners write) beside the page, in plain JavaScript: the
 * page's policy does not allow WebAssembly. pdf.js asks for it by this name.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const NAME = 'openjpeg_nowasm_fallback.js'

export function pdfDecoders(): Plugin {
  return {
    name: 'porchlight:pdf-decoders',
    apply: 'build',
    generateBundle() {
      const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
      const source = readFileSync(join(root, 'wasm', NAME))
      this.emitFile({ type: 'asset', fileName: `assets/pdf/${NAME}`, source })
    },
  }
}
