/** Where the built keeper worker's script is; the composition root makes it trusted and starts it. */
import address from './record-keeper.worker.ts?worker&url'

export const RECORD_KEEPER_ADDRESS: string = address
