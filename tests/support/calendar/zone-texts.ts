/** Zones as other programs describe them in their files, written by hand. */
const describe = (
  name: string,
  daylight: readonly [string, string, string],
  standard: readonly [string, string, string],
  more: readonly string[] = [],
): readonly string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  ...more,
  'BEGIN:DAYLIGHT',
  `TZOFFSETFROM:${standard[0]}`,
  `TZOFFSETTO:${daylight[0]}`,
  `DTSTART:${daylight[1]}`,
  `RRULE:${daylight[2]}`,
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  `TZOFFSETFROM:${daylight[0]}`,
  `TZOFFSETTO:${standard[0]}`,
  `DTSTART:${standard[1]}`,
  `RRULE:${standard[2]}`,
  'END:STANDARD',
  'END:VTIMEZONE',
]

const MARCH = 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'
const NOVEMBER = 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'

/** Google, Apple and Thunderbird. */
export const torontoText = (name = 'America/Toronto', more: readonly string[] = []) =>
  describe(name, ['-0400', '20070311T020000', MARCH], ['-0500', '20071104T020000', NOVEMBER], more)

export const newfoundlandText = (name = 'America/St_Johns') =>
  describe(name, ['-0230', '20120311T020000', MARCH], ['-0330', '20111106T020000', NOVEMBER])

export const saskatchewanText = (name = 'America/Regina'): readonly string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  'BEGIN:STANDARD',
  'TZOFFSETFROM:-0600',
  'TZOFFSETTO:-0600',
  'DTSTART:19700101T000000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** Outlook, whose rules begin in 1601 and whose names are Windows'. */
export const outlookEasternText = (name = 'Eastern Standard Time') =>
  describe(
    name,
    ['-0400', '16010311T020000', 'FREQ=YEARLY;BYDAY=2SU;BYMONTH=3'],
    ['-0500', '16011104T020000', 'FREQ=YEARLY;BYDAY=1SU;BYMONTH=11'],
  )
