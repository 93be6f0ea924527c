/** What any web contents may do, whoever made it: stay where it is, open nothing, embed nothing. */
import type { WebContents } from 'electron'

export function guardContents(contents: WebContents): void {
  // The page changes only its hash, and that is no navigation; the first load is the main process's own.
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // Without a proxy that answers, and the proxy is dead: WebRTC is not covered by the content security policy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
