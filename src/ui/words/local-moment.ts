/** The wall calendar's day and the wall clock's time of a moment, as this laptop has them. */
const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-11-26` */
export function localDay(at: number): string {
  const day = new Date(at)
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** `14:05` */
export function localTime(at: number): string {
  const day = new Date(at)
  return `${two(day.getHours())}:${two(day.getMinutes())}`
}
