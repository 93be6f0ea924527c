/** Reads a printed PDF back with poppler: the text of each page as it stands on paper, and each page's size. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const canReadPdf = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined

export interface PrintedPage {
  readonly text: string
  /** `612 x 792`, in points. */
  readonly size: string
}

export function readPrinted(pdf: Uint8Array): readonly PrintedPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-print-'))
  try {
    const path = join(folder, 'printed.pdf')
    writeFileSync(path, pdf)
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, { encoding: 'utf8', timeout: 30_000 })
    const sizes = [
      ...run('pdfinfo', '-l', '999', path).matchAll(/^Page +\d+ size: +([\d.]+ x [\d.]+)/gm),
    ].map(match => match[1] ?? '')
    const texts = run('pdftotext', '-layout', path, '-').split('\f')
    return sizes.map((size, i) => ({ size, text: texts[i] ?? '' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
