/**
 * The host, made before anything else of the page is: the browser edition's worker starts on another core while this
 * one reads the rest of the program, and the first screen waits for its answer.
 */
import { pickHost } from './pick-host.ts'
import { createWorkerFactory } from './trusted-workers.ts'

export const workers = createWorkerFactory(window)
export const host = pickHost(window, workers)
