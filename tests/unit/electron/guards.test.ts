/** The hardening table: what is refused to every page, which switches are set, and how a window is made. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Session, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { CONTENT_SECURITY_POLICY, ORIGIN } from '#host/contract.ts'
import { guardContents } from '../../../electron/main/contents-guards.ts'
import { guardSession, isAllowedRequest } from '../../../electron/main/session-guards.ts'
import { setSwitches } from '../../../electron/main/switches.ts'

const PERMISSIONS = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'geolocation-approximate',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network-access',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'speaker-selection',
  'storage-access',
  'usb',
  'vr',
  'web-printing',
  'window-management',
  'unknown',
]

type Listener = (...args: never[]) => unknown

/** Records what was set on it; every value is a function or a plain setting. */
function sessionDouble() {
  const set = new Map<string, unknown>()
  const listeners = new Map<string, Listener>()
  const keep = (name: string) => (value: unknown) => void set.set(name, value)
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    setBluetoothPairingHandler: keep('bluetooth'),
    setSpellCheckerEnabled: keep('spelling'),
    setProxy: async (config: unknown) => void set.set('proxy', config),
    on: (name: string, listener: Listener) => listeners.set(name, listener),
    webRequest: { onBeforeRequest: keep('before') },
  }
  return { session: session as unknown as Session, set, listeners }
}

describe('the session', () => {
  it.each(PERMISSIONS)('refuses %s, asked for and looked up', async permission => {
    const { session, set } = sessionDouble()
    await guardSession(session)
    const decide = vi.fn()
    ;(set.get('request') as Listener)(...([null, permission, decide, {}] as never[]))
    expect(decide).toHaveBeenCalledWith(false)
    expect((set.get('check') as Listener)(...([null, permission, ORIGIN, {}] as never[]))).toBe(false)
  })

  it('lets only our own page copy plain text', async () => {
    const { session, set } = sessionDouble()
    await guardSession(session)
    const check = set.get('check') as Listener
    const copies = (origin: string) => check(...([null, 'clipboard-sanitized-write', origin, {}] as never[]))
    expect([copies(ORIGIN), copies('https://outside.example'), copies('')]).toEqual([true, false, false])
  })

  it('refuses devices, capture, downloads and spelling dictionaries, and has a dead proxy', async () => {
    const { session, set, listeners } = sessionDouble()
    await guardSession(session)
    expect((set.get('device') as Listener)()).toBe(false)
    expect([set.get('display'), set.get('bluetooth'), set.get('spelling')]).toEqual([null, null, false])
    expect(set.get('proxy')).toMatchObject({ mode: 'fixed_servers', proxyBypassRules: '<-loopback>' })
    const preventDefault = vi.fn()
    listeners.get('will-download')?.(...([{ preventDefault }] as never[]))
    expect(preventDefault).toHaveBeenCalledOnce()
  })

  it.each([
    'https://outside.example/',
    'http://127.0.0.1:47821/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'ftp://outside.example/',
    'devtools://devtools/',
    'chrome://version',
    'app://other/',
    'app://porchlight.outside.example/',
    'blob:https://outside.example/1',
    'data:text/html,<script>1</script>',
  ])('cancels a request for %s', async address => {
    const { session, set } = sessionDouble()
    await guardSession(session)
    const decide = vi.fn()
    ;(set.get('before') as Listener)(...([{ url: address }, decide] as never[]))
    expect(decide).toHaveBeenCalledWith({ cancel: true })
  })

  it.each([`${ORIGIN}/`, `${ORIGIN}/assets/a.js`, `blob:${ORIGIN}/1-2`, 'data:image/png;base64,AA'])(
    'lets %s through',
    address => {
      expect(isAllowedRequest(address)).toBe(true)
    },
  )
})

describe('web contents', () => {
  it('go nowhere, embed nothing and open nothing', () => {
    const listeners = new Map<string, Listener>()
    let open: Listener = () => undefined
    let policy = ''
    guardContents({
      on: (name: string, listener: Listener) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: Listener) => {
        open = handler
      },
      setWebRTCIPHandlingPolicy: (value: string) => {
        policy = value
      },
    } as unknown as WebContents)
    expect([...listeners.keys()].sort()).toEqual([
      'will-attach-webview',
      'will-frame-navigate',
      'will-navigate',
      'will-redirect',
    ])
    for (const listener of listeners.values()) {
      const preventDefault = vi.fn()
      listener(...([{ preventDefault, url: `${ORIGIN}/` }] as never[]))
      expect(preventDefault).toHaveBeenCalledOnce()
    }
    expect(open(...([{ url: `${ORIGIN}/` }] as never[]))).toEqual({ action: 'deny' })
    expect(policy).toBe('disable_non_proxied_udp')
  })
})

describe('switches', () => {
  it('close the network and put IndexedDB on SQLite', () => {
    const switches = new Map<string, string | undefined>()
    setSwitches({ appendSwitch: (name, value) => void switches.set(name, value) })
    expect(switches.get('enable-features')).toBe('IdbSqliteBackingStore')
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(switches.get('webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp')
    expect(switches.has('disable-background-networking')).toBe(true)
  })
})

describe('the policy', () => {
  it('is the one that was decided, word for word', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types app",
    )
  })
})

describe('the sources of the desktop shell', () => {
  const folder = resolve(import.meta.dirname, '../../../electron')
  const sources = new Map(
    ['main', 'preload'].flatMap(part =>
      readdirSync(join(folder, part)).map(
        name => [name, readFileSync(join(folder, part, name), 'utf8')] as const,
      ),
    ),
  )
  const filesWith = (pattern: RegExp) =>
    [...sources].filter(([, text]) => pattern.test(text)).map(([name]) => name)

  it('make the window with every safe preference, written out', () => {
    const text = sources.get('window.ts') ?? ''
    for (const setting of [
      'contextIsolation: true',
      'sandbox: true',
      'nodeIntegration: false',
      'nodeIntegrationInWorker: false',
      'nodeIntegrationInSubFrames: false',
      'webviewTag: false',
      'navigateOnDragDrop: false',
      'spellcheck: false',
      'setContentProtection(true)',
    ])
      expect(text).toContain(setting)
  })

  it('touch ipcMain in one file only, apart from handing it over', () => {
    expect(filesWith(/ipcMain\s*\.(handle|on)/)).toEqual(['ipc.ts'])
  })

  it.each([
    [
      'weaken the page',
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups/i,
    ],
    ['open anything outside', /openExternal|openPath|showItemInFolder|setAsDefaultProtocolClient/],
    ['load from the network or the disk', /loadFile\(|https?:\/\/(?!127\.0\.0\.1:9')/],
    ['use a network client', /node:(net|http|https|http2|dns|tls|dgram)|\bfetch\(|autoUpdater|crashReporter/],
    ['wait for ready at the top level', /^await /m],
    ['open developer tools', /openDevTools/],
  ])('never %s', (_what, pattern) => {
    expect(filesWith(pattern)).toEqual([])
  })
})

describe('the sources of the page', () => {
  const folder = resolve(import.meta.dirname, '../../../src')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.(tsx?|html)$/.test(name),
  )

  it.each([
    // No policy covers these three.
    ['WebRTC', /RTCPeerConnection/],
    ['addresses looked up ahead', /rel=["'](dns-prefetch|preconnect|prefetch)/],
    ['service workers', /serviceWorker/],
    ['script out of text', /dangerouslySetInnerHTML|\binnerHTML\s*=|\beval\(|new Function\(/],
  ])('have no %s', (_what, pattern) => {
    expect(names.filter(name => pattern.test(readFileSync(join(folder, name), 'utf8')))).toEqual([])
  })
})
