/**
 * `app://porchlight/`: the packed page, and nothing else of the disk. The address is taken as text, before URL parsing
 * can tidy away what is odd about it.
 */
import { APP_HOST, SAFETY_HEADERS } from '#host/contract.ts'
import { decodePagePath, readPageFile } from './page-files.ts'

const ADDRESS = /^app:\/\/([^/?#]*)([^?#]*)/

const refused = (status: number): Response => new Response(null, { status, headers: SAFETY_HEADERS })

export function pathOfAddress(address: string): string | null {
  const match = ADDRESS.exec(address)
  return match !== null && match[1] === APP_HOST ? decodePagePath(match[2] ?? '') : null
}

export function createAppProtocol(root: string): (request: Request) => Promise<Response> {
  return async request => {
    if (request.method !== 'GET') return refused(405)
    const path = pathOfAddress(request.url)
    if (path === null) return refused(400)
    const file = await readPageFile(root, path)
    if (file === null) return refused(404)
    return new Response(file.bytes, { headers: { ...SAFETY_HEADERS, 'content-type': file.type } })
  }
}
