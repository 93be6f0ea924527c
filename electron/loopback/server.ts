/**
 * The browser edition's server: the built page on 127.0.0.1 and nothing else. It answers only this machine, only to
 * its own name (another site's name that was made to point here must not read the page: DNS rebinding), and only to
 * GET and HEAD. Everything the page keeps stays in the browser; nothing is ever sent here.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { SAFETY_HEADERS } from '#host/contract.ts'
import { decodePagePath, readPageFile } from '../main/page-files.ts'

export const LOOPBACK = '127.0.0.1'
/** Storage belongs to the origin, and so to this port: it must never change. */
export const DEFAULT_PORT = 47821
/** How a second start knows the first one. */
export const SERVER_NAME = 'Porchlight'

export type ListenProblem = { readonly kind: 'already-running' } | { readonly kind: 'port-taken' }

export const addressOf = (port: number): string => `http://${LOOPBACK}:${port}/`

/** Listens, or tells who has the port. Port 0 takes any free one. */
export async function listen(
  root: string,
  port: number,
): Promise<{ readonly server: Server; readonly port: number } | ListenProblem> {
  const server = createServer((request, response) => {
    respond(root, request, response).catch(() => response.destroy())
  })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, LOOPBACK, resolve)
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    return { kind: (await isPorchlight(port)) ? 'already-running' : 'port-taken' }
  }
  const address = server.address()
  return { server, port: typeof address === 'object' && address !== null ? address.port : port }
}

async function isPorchlight(port: number): Promise<boolean> {
  try {
    const response = await fetch(addressOf(port), { method: 'HEAD', signal: AbortSignal.timeout(2000) })
    return response.headers.get('server') === SERVER_NAME
  } catch {
    return false
  }
}

async function respond(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { host } = request.headers
  const port = request.socket.localPort
  const path = request.url ?? '/'
  if (host === `localhost:${port}`) {
    // One origin only: what is kept under `localhost` would not be found under 127.0.0.1.
    const location = new URL(addressOf(port ?? 0))
    location.pathname = decodePagePath(path.split(/[?#]/)[0] ?? '') ?? '/'
    return end(response, 307, { location: location.href.replace(/index\.html$/, '') })
  }
  if (host !== `${LOOPBACK}:${port}`) return end(response, 421)
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, { allow: 'GET, HEAD' })
  const decoded = decodePagePath(path.split(/[?#]/)[0] ?? '')
  const file = decoded === null ? null : await readPageFile(root, decoded)
  if (file === null) return end(response, 404)
  const headers = {
    'content-type': file.type,
    'content-length': String(file.bytes.length),
    // The build names these by what is in them: another version has other names, and the page that names them is fresh.
    ...(/^\/?assets\//.test(decoded ?? '')
      ? { 'cache-control': 'private, max-age=31536000, immutable' }
      : {}),
  }
  end(response, 200, headers, request.method === 'HEAD' ? undefined : file.bytes)
}

function end(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body?: Uint8Array,
): void {
  // The page is never from a cache: after an update, an old page must not meet new stored data.
  response.writeHead(status, {
    ...SAFETY_HEADERS,
    server: SERVER_NAME,
    'cache-control': 'no-cache',
    ...headers,
  })
  response.end(body)
}
