export interface CloneCodec {
  encode(value: unknown, fn?: (value: unknown) => unknown): unknown
  decode(json: unknown, fn?: (token: { t: string; v: number }) => unknown): unknown
}
export function createCloneCodec(): CloneCodec
