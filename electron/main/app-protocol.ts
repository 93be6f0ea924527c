/**
 * `app://porchlight/`: the packed page, and nothing else of the disk. Each address is decoded once and then refused if
 * anything odd is left in it; what it names must, with all links followed, be a regular file inside the page's folder.
 */
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { APP_HOST, SAFETY_HEADERS } from '#host/contract.ts'

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

const refused = (status: number): Response => new Response(null, { status, headers: SAFETY_HEADERS })

/** The path below the page's folder that an address names, or null. Takes the address as text, before URL parsing can tidy it. */
export function pathOfAddress(address: string): string | null {
  const match = /^app:\/\/([^/?#]*)([^?#]*)/.exec(address)
  if (match === null || match[1] !== APP_HOST) return null
  try {
    const path = decodeURIComponent(match[2] ?? '')
    if (ODD_PATH.test(path)) return null
    return path === '' || path === '/' ? '/index.html' : path
  } catch {
    return null
  }
}

/** The real path of a regular file inside `root`, or null. */
async function fileInside(root: string, path: string): Promise<string | null> {
  try {
    const base = await realpath(root)
    const file = await realpath(join(base, path))
    return file.startsWith(base + sep) && (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}

export function createAppProtocol(root: string): (request: Request) => Promise<Response> {
  return async request => {
    if (request.method !== 'GET') return refused(405)
    const path = pathOfAddress(request.url)
    if (path === null) return refused(400)
    const type = CONTENT_TYPES[extname(path)]
    const file = type === undefined ? null : await fileInside(root, path)
    if (file === null || type === undefined) return refused(404)
    return new Response(await readFile(file), { headers: { ...SAFETY_HEADERS, 'content-type': type } })
  }
}
