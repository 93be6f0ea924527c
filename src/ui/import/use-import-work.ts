/** The work on one picked file, in the import worker and beside the page: one piece at a time, ended with its screen. */
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { ImportClient } from '#imports/import-client.ts'
import { useServices } from '../group-context.tsx'

export const LIMIT_BYTES = 50 * 1024 * 1024

export interface ImportWork {
  /** Each piece of work ends the one before. */
  begin(): AbortController
  /** False: another piece has begun since, and what this one found is not asked for any more. */
  isCurrent(here: AbortController): boolean
  /** Started when it is first needed. */
  client(): ImportClient
  /** A worker that failed is not asked again. */
  dropClient(): void
  cancel(): void
}

/** `goesOn` is looked at when the screen goes: true leaves the work to its end. */
export function useImportWork(goesOn?: RefObject<boolean>): ImportWork {
  const { tools } = useServices()
  const client = useRef<ImportClient | null>(null)
  const working = useRef<AbortController | null>(null)
  const dropClient = useCallback(() => {
    client.current?.close()
    client.current = null
  }, [])
  useEffect(
    () => () => {
      dropClient()
      if (!goesOn?.current) working.current?.abort()
    },
    [dropClient, goesOn],
  )
  return {
    begin() {
      working.current?.abort()
      working.current = new AbortController()
      return working.current
    },
    isCurrent: here => working.current === here,
    client() {
      client.current ??= tools.createImportClient()
      return client.current
    },
    dropClient,
    cancel: () => working.current?.abort(),
  }
}
