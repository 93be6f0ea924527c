/** One import from the file to what came of it: read, answered, previewed, applied. Nothing is stored before the last. */
import { useEffect, useRef, useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import type { OpenProblem } from '#host/host.ts'
import type { Answers, BankFile } from '#imports/bank-file.ts'
import type { ColumnMapping } from '#imports/column-mapping.ts'
import type { ImportClient } from '#imports/import-client.ts'
import type { ColumnSample, ImportProblem } from '#imports/import-problem.ts'
import { type AccountPreview, chooseTargets, previewImport, savedMappings } from '#state/import-preview.ts'
import type { CommitProblem } from '#store/store.ts'
import { useGroup, useServices } from '../group-context.tsx'
import { applyImport, type ImportOutcome } from './apply-import.ts'

/** The file that is being imported, with what the person has said about it. */
export interface OpenedBankFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly answers: Answers
  readonly mapping: ColumnMapping | undefined
  /** As the form showed them when the person made the mapping, to show it again where that does not read. */
  readonly columns?: readonly ColumnSample[]
}

export type ImportStage =
  | { readonly kind: 'pick'; readonly problem: OpenProblem | null }
  | { readonly kind: 'reading'; readonly name: string; readonly share: number }
  | { readonly kind: 'refused'; readonly file: OpenedBankFile; readonly problem: ImportProblem }
  | {
      readonly kind: 'preview'
      readonly file: OpenedBankFile
      readonly read: BankFile
      /** For each account of the file, the account of the group; null: left out, or not said yet. */
      readonly targets: readonly (RecordId | null)[]
      readonly previews: readonly AccountPreview[]
      readonly names: ReadonlySet<string>
      readonly applying: boolean
      readonly problem: CommitProblem | null
    }
  | {
      readonly kind: 'done'
      readonly read: BankFile
      readonly outcomes: readonly ImportOutcome[]
      readonly undone: boolean
    }

export type PreviewStage = Extract<ImportStage, { kind: 'preview' }>

const EXTENSIONS = ['csv', 'txt', 'ofx', 'qfx']
export const LIMIT_BYTES = 50 * 1024 * 1024

export function useImport() {
  const { tools } = useServices()
  const { host, live, commands } = useGroup()
  const [stage, setStage] = useState<ImportStage>({ kind: 'pick', problem: null })
  const client = useRef<ImportClient | null>(null)
  const reading = useRef<AbortController | null>(null)
  useEffect(
    () => () => {
      client.current?.close()
      client.current = null
    },
    [],
  )

  async function read(file: OpenedBankFile) {
    reading.current?.abort()
    const here = new AbortController()
    reading.current = here
    client.current ??= tools.createImportClient()
    setStage({ kind: 'reading', name: file.name, share: 0 })
    const result = await client.current.read(
      {
        name: file.name,
        bytes: file.bytes,
        answers: file.answers,
        mapping: file.mapping,
        savedMappings: savedMappings(live),
      },
      {
        signal: here.signal,
        onProgress: share => setStage({ kind: 'reading', name: file.name, share }),
      },
    )
    if (reading.current !== here) return
    if (!result.ok) {
      if (result.problem.kind === 'cancelled') return setStage({ kind: 'pick', problem: null })
      // A worker that failed is not asked again.
      if (result.problem.kind === 'reader-failed') {
        client.current?.close()
        client.current = null
      }
      return setStage({ kind: 'refused', file, problem: result.problem })
    }
    await preview(file, result.value, await chooseTargets(live, commands, result.value.accounts))
  }

  async function preview(file: OpenedBankFile, read: BankFile, targets: readonly (RecordId | null)[]) {
    const previews = await previewImport(live, commands, read.accounts, targets)
    setStage({
      kind: 'preview',
      file,
      read,
      targets,
      previews,
      names: new Set(),
      applying: false,
      problem: null,
    })
  }

  async function take(file: File) {
    if (file.size > LIMIT_BYTES)
      return setStage({ kind: 'pick', problem: { kind: 'too-big', limitBytes: LIMIT_BYTES } })
    const bytes = new Uint8Array(await file.arrayBuffer())
    await read({ name: file.name, bytes, answers: {}, mapping: undefined })
  }

  async function pick() {
    const picked = await host.openFile({ extensions: EXTENSIONS, limitBytes: LIMIT_BYTES })
    if (picked.ok) return read({ ...picked.value, answers: {}, mapping: undefined })
    if (picked.problem.kind !== 'cancelled') setStage({ kind: 'pick', problem: picked.problem })
  }

  async function apply(stage: PreviewStage, codeName: string) {
    setStage({ ...stage, applying: true, problem: null })
    const applied = await applyImport({ live, commands, stage, codeName })
    setStage(
      applied.ok
        ? { kind: 'done', read: stage.read, outcomes: applied.value, undone: false }
        : { ...stage, applying: false, problem: applied.problem },
    )
  }

  return {
    stage,
    setStage,
    pick,
    take,
    cancel: () => reading.current?.abort(),
    again: () => setStage({ kind: 'pick', problem: null }),
    /** Reads the same file with another answer or another mapping. */
    reread: (
      file: OpenedBankFile,
      change: Partial<Pick<OpenedBankFile, 'answers' | 'mapping' | 'columns'>>,
    ) => read({ ...file, ...change, answers: { ...file.answers, ...change.answers } }),
    aim: (stage: PreviewStage, index: number, target: RecordId | null) =>
      preview(stage.file, stage.read, stage.targets.with(index, target)),
    apply,
  }
}

export type ImportFlow = ReturnType<typeof useImport>
