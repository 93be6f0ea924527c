/** The clock on the wall of most places in a province. A town on the other side of a line sets its own in the form. */
import type { Province } from './sponsorship.ts'

export const ZONES: Readonly<Record<Exclude<Province, ''>, string>> = {
  AB: 'America/Edmonton',
  BC: 'America/Vancouver',
  MB: 'America/Winnipeg',
  NB: 'America/Moncton',
  NL: 'America/St_Johns',
  NS: 'America/Halifax',
  NT: 'America/Edmonton',
  NU: 'America/Iqaluit',
  ON: 'America/Toronto',
  PE: 'America/Halifax',
  QC: 'America/Toronto',
  SK: 'America/Regina',
  YT: 'America/Whitehorse',
}

export const zoneOf = (province: Province): string => (province === '' ? ZONES.ON : ZONES[province])
