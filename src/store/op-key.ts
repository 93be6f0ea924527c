/**
 * The name of an op in memory: (chain index, seq, i) packed into one safe integer, 18 + 20 + 15 bits. Chain indexes
 * are this session's own numbering, so keys are compared for equality only; `Chains.compare` knows their order.
 */
export type OpKey = number
/** (chain index, seq). */
export type RecordKey = number

const OPS = 2 ** 15
const SEQS = 2 ** 20
export const MAX_CHAINS = 2 ** 18

export const recordKey = (chain: number, seq: number): RecordKey => chain * SEQS + seq
export const opKey = (chain: number, seq: number, i: number): OpKey => recordKey(chain, seq) * OPS + i
export const recordOf = (key: OpKey): RecordKey => Math.floor(key / OPS)
export const chainOf = (key: OpKey): number => Math.floor(key / (OPS * SEQS))
export const seqOf = (key: OpKey): number => recordOf(key) % SEQS
export const indexOf = (key: OpKey): number => key % OPS
export const chainOfRecord = (key: RecordKey): number => Math.floor(key / SEQS)
export const seqOfRecord = (key: RecordKey): number => key % SEQS
