/**
 * The packed page as files: which names may be asked for, what they really are on the disk, and their content types.
 * Shared by the desktop's `app:` protocol and by the loopback server of the browser edition.
 */
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Encoded again, other separators, drive letters and streams, dot segments, and names that are empty. */
const ODD_PATH = /[%\\:\p{Cc}]|(^|\/)\.|\/\//u

export interface PageFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A path as it stands in an address, decoded once; null where anything odd is left in it. */
export function decodePagePath(encoded: string): string | null {
  try {
    const path = decodeURIComponent(encoded)
    if (ODD_PATH.test(path)) return null
    return path === '' || path === '/' ? '/index.html' : path
  } catch {
    return null
  }
}

/** The file, or null: unknown type, not there, not a regular file, or outside `root` once all links are followed. */
export async function readPageFile(root: string, path: string): Promise<PageFile | null> {
  const type = CONTENT_TYPES[extname(path)]
  if (type === undefined) return null
  try {
    const base = await realpath(root)
    const file = await realpath(join(base, path))
    if (!file.startsWith(base + sep) || !(await stat(file)).isFile()) return null
    return { type, bytes: new Uint8Array(await readFile(file)) }
  } catch {
    return null
  }
}
