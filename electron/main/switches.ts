/**
 * Chromium switches, set before it starts. The network is closed here for Chromium's own services; what a page could
 * ask for is closed in `session-guards.ts`.
 */
import type { CommandLine } from 'electron'

/**
 * IndexedDB on SQLite instead of LevelDB: on a full disk LevelDB deleted the whole database in 15 of 15 runs, SQLite in
 * none. The record log is the truth either way; this spares rebuilding the second copy.
 */
const FEATURES = 'IdbSqliteBackingStore'

const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['enable-features', FEATURES],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
]

export function setSwitches(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of SWITCHES) commandLine.appendSwitch(name, value)
}
