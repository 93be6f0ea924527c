/**
 * Everything that a page could ask of Chromium beyond showing itself is refused here: permissions, devices, capture,
 * downloads, and every request that is not for the app's own files.
 */
import type { Session } from 'electron'
import { ORIGIN } from '#host/contract.ts'

/** A port that nothing listens on: what slipped past the request filter still ends there. */
const DEAD_PROXY = 'http://127.0.0.1:9'

/** "Copy details" writes plain text to the clipboard after a press; nothing else is ever granted. */
const GRANTED = 'clipboard-sanitized-write'

export function isAllowedRequest(address: string): boolean {
  return (
    address === ORIGIN ||
    address.startsWith(`${ORIGIN}/`) ||
    address.startsWith(`blob:${ORIGIN}/`) ||
    // Images inside style sheets and the pictures of attachments; the policy allows them for images alone.
    address.startsWith('data:image/')
  )
}

export async function guardSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === GRANTED))
  // Both are needed: this one answers what the page merely asks about, and what Chromium checks by itself.
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return permission === GRANTED && (origin === ORIGIN || origin === `${ORIGIN}/`)
  })
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setBluetoothPairingHandler(null)
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isAllowedRequest(details.url) })
  })
  // The dictionaries would be fetched from the network.
  session.setSpellCheckerEnabled(false)
  await session.setProxy({ mode: 'fixed_servers', proxyRules: DEAD_PROXY, proxyBypassRules: '<-loopback>' })
}
