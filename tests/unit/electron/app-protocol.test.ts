/** `app://porchlight/` and the loopback server give the page's own files and nothing else of the disk. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '#host/contract.ts'
import { listen } from '../../../electron/loopback/server.ts'
import { createAppProtocol } from '../../../electron/main/app-protocol.ts'

let folder = ''
let root = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porchlight-page-'))
  root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await mkdir(join(folder, 'renderer-beside'))
  await writeFile(join(root, 'index.html'), '<p>page</p>')
  await writeFile(join(root, 'assets/a.js'), '1')
  await writeFile(join(root, 'program.exe'), 'x')
  await writeFile(join(folder, 'secret.js'), 'secret')
  await writeFile(join(folder, 'renderer-beside/secret.js'), 'secret')
  await symlink(join(folder, 'secret.js'), join(root, 'linked.js'))
  await symlink(folder, join(root, 'up'))
  await mkdir(join(root, 'folder.js'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const HOSTILE_PATHS = [
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/..%2fsecret.js',
  '/%2e%2e%2fsecret.js',
  '/..%5csecret.js',
  '/..\\secret.js',
  '/%252e%252e/secret.js',
  '/assets/%2e%2e/%2e%2e/secret.js',
  '/./index.html',
  '/.git/config.json',
  '//secret.js',
  '/assets//a.js',
  '/C:/windows/win.json',
  '/index.html:stream.js',
  '/index.html%00.js',
  '/%0a.js',
  '/%',
  '/%zz.js',
  '/%c0%ae%c0%ae/secret.js',
  '/linked.js',
  '/up/secret.js',
  '/../renderer-beside/secret.js',
  '/folder.js',
  '/program.exe',
  '/assets',
  '/not-there.js',
  '/index.html/',
]

const fakeRequest = (url: string, method = 'GET') => ({ url, method }) as Request

describe('the app protocol', () => {
  it('gives the page with the whole policy', async () => {
    const serve = createAppProtocol(root)
    for (const address of ['app://porchlight/', 'app://porchlight', 'app://porchlight/index.html?x#y']) {
      const response = await serve(fakeRequest(address))
      expect([response.status, await response.text()]).toEqual([200, '<p>page</p>'])
      expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    }
  })

  it.each(HOSTILE_PATHS)('refuses %s', async path => {
    const response = await createAppProtocol(root)(fakeRequest(`app://porchlight${path}`))
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.text()).toBe('')
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
  })

  it.each([
    'app://other/',
    'app://porchlight.outside.example/',
    'app://user@porchlight/',
    'file:///etc/passwd',
  ])('refuses the address %s', async address => {
    expect((await createAppProtocol(root)(fakeRequest(address))).status).toBe(400)
  })

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('refuses %s', async method => {
    expect((await createAppProtocol(root)(fakeRequest('app://porchlight/', method))).status).toBe(405)
  })
})

describe('the loopback server', () => {
  let server: Server
  let port = 0
  beforeAll(async () => {
    const listening = await listen(root, 0)
    if ('kind' in listening) throw new Error(listening.kind)
    ;({ server, port } = listening)
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  /** `fetch` would tidy the path and set the host itself. */
  const ask = (path: string, { host = `127.0.0.1:${port}`, method = 'GET' } = {}) =>
    new Promise<{ status: number; body: string; location: string | undefined; policy: unknown }>(
      (resolve, reject) => {
        const asked = request(
          { host: '127.0.0.1', port, path, method, headers: { host }, agent: false },
          response => {
            let body = ''
            response.setEncoding('utf8').on('data', (part: string) => {
              body += part
            })
            response.on('end', () => {
              const { location, 'content-security-policy': policy } = response.headers
              resolve({ status: response.statusCode ?? 0, body, location, policy })
            })
          },
        )
        asked.on('error', reject).end()
      },
    )

  it('gives the page with the whole policy', async () => {
    const { status, body, policy } = await ask('/')
    expect([status, body, policy]).toEqual([200, '<p>page</p>', CONTENT_SECURITY_POLICY])
  })

  it.each(HOSTILE_PATHS)('refuses %s', async path => {
    const { status, body } = await ask(path.replaceAll('\\', '%5c'))
    expect(status).toBe(404)
    expect(body).toBe('')
  })

  it.each(['outside.example', 'outside.example:80', '127.0.0.1', '0.0.0.0:1', '[::1]:1'])(
    'does not answer to the name %j, so that no other site can point itself here',
    async host => {
      expect((await ask('/', { host })).status).toBe(421)
    },
  )

  it('sends localhost to the one origin that storage belongs to, and never elsewhere', async () => {
    const host = `localhost:${port}`
    expect(await ask('/', { host })).toMatchObject({ status: 307, location: `http://127.0.0.1:${port}/` })
    expect(await ask('//outside.example/', { host })).toMatchObject({ location: `http://127.0.0.1:${port}/` })
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async method => {
    expect((await ask('/', { method })).status).toBe(405)
  })

  it('answers HEAD without a body', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })

  it('tells a second start that it is already running, and another program that it is not us', async () => {
    expect(await listen(root, port)).toEqual({ kind: 'already-running' })
    const { createServer } = await import('node:http')
    const stranger = createServer((_asked, response) => response.end('hello'))
    await new Promise<void>(done => stranger.listen(0, '127.0.0.1', done))
    const address = stranger.address()
    const taken = typeof address === 'object' && address !== null ? address.port : 0
    expect(await listen(root, taken)).toEqual({ kind: 'port-taken' })
    stranger.closeAllConnections()
    stranger.close()
  })
})
