/** Expected failures are values; throwing means a bug. Problems are plain tagged objects: `{ kind: 'disk-full' }`. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const err = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem })

/** For the last branch of an exhaustive switch: the compiler refuses a forgotten kind, the run-time names it. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
