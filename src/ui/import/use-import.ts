/** One import from the file to what came of it: read, answered, previewed, applied. Nothing is stored before the last. */
import { useRef, useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import type { OpenProblem } from '#host/host.ts'
import type { Answers, BankFile } from '#imports/bank-file.ts'
import type { ColumnMapping } from '#imports/column-mapping.ts'
import type { ColumnSample, ImportProblem } from '#imports/import-problem.ts'
import { type AccountPreview, compareSteps, savedMappings } from '#state/import-preview.ts'
import { giveWay, runSteps } from '#state/long-work.ts'
import type { CommitProblem } from '#store/store.ts'
import { useGroup } from '../group-context.tsx'
import { type ApplyInput, type ImportOutcome, prepareSteps, writePrepared } from './apply-import.ts'
import { LIMIT_BYTES, useImportWork } from './use-import-work.ts'

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
  | {
      readonly kind: 'reading'
      /** Reading the file, then comparing its rows with the books; each goes from 0 to 1. */
      readonly step: 'reading' | 'comparing'
      readonly name: string
      readonly share: number
    }
  | { readonly kind: 'refused'; readonly file: OpenedBankFile; readonly problem: ImportProblem }
  | {
      readonly kind: 'preview'
      readonly file: OpenedBankFile
      readonly read: BankFile
      /** For each account of the file, the account of the group; null: left out, or not said yet. */
      readonly targets: readonly (RecordId | null)[]
      readonly previews: readonly AccountPreview[]
      readonly names: ReadonlySet<string>
      readonly applying: Applying
      readonly problem: CommitProblem | null
    }
  | {
      readonly kind: 'done'
      readonly read: BankFile
      readonly outcomes: readonly ImportOutcome[]
      readonly undone: boolean
    }

/** `writing`: it cannot be cancelled any more. Null: nothing is being applied. */
export type Applying =
  | { readonly kind: 'preparing'; readonly share: number }
  | { readonly kind: 'writing' }
  | null

export type PreviewStage = Extract<ImportStage, { kind: 'preview' }>

const EXTENSIONS = ['csv', 'txt', 'ofx', 'qfx']

export function useImport() {
  const { host, live, commands } = useGroup()
  const [stage, setStage] = useState<ImportStage>({ kind: 'pick', problem: null })
  const applying = useRef(false)
  // What is being compared for a screen that is gone ends; an import that somebody has asked for goes on.
  const work = useImportWork(applying)

  async function read(file: OpenedBankFile) {
    const here = work.begin()
    const show = (share: number) => setStage({ kind: 'reading', step: 'reading', name: file.name, share })
    show(0)
    const result = await work.client().read(
      {
        name: file.name,
        bytes: file.bytes,
        answers: file.answers,
        mapping: file.mapping,
        savedMappings: savedMappings(live),
      },
      { signal: here.signal, onProgress: show },
    )
    if (!work.isCurrent(here)) return
    if (!result.ok) {
      if (result.problem.kind === 'cancelled') return setStage({ kind: 'pick', problem: null })
      if (result.problem.kind === 'reader-failed') work.dropClient()
      return setStage({ kind: 'refused', file, problem: result.problem })
    }
    await compare(file, result.value, null, { kind: 'pick', problem: null })
  }

  /** `back`: where a cancel leads. */
  async function compare(
    file: OpenedBankFile,
    read: BankFile,
    chosen: readonly (RecordId | null)[] | null,
    back: ImportStage,
  ) {
    const here = work.begin()
    const compared = await runSteps(compareSteps(live, commands, read.accounts, chosen), {
      signal: here.signal,
      onProgress: share => setStage({ kind: 'reading', step: 'comparing', name: file.name, share }),
    })
    if (!work.isCurrent(here)) return
    setStage(
      compared.ok
        ? { kind: 'preview', file, read, ...compared.value, names: new Set(), applying: null, problem: null }
        : back,
    )
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
    const here = work.begin()
    applying.current = true
    await applyWith(here, { live, commands, stage, codeName })
    applying.current = false
  }

  async function applyWith(here: AbortController, input: ApplyInput) {
    const { stage } = input
    const at = (now: Applying) => setStage({ ...stage, applying: now, problem: null })
    at({ kind: 'preparing', share: 0 })
    const prepared = await runSteps(prepareSteps(input), {
      signal: here.signal,
      onProgress: share => at({ kind: 'preparing', share }),
    })
    if (!work.isCurrent(here)) return
    if (!prepared.ok) return at(null)
    at({ kind: 'writing' })
    // The page says so before the work begins that it cannot draw beside.
    await giveWay()
    if (here.signal.aborted) return at(null)
    const applied = await writePrepared(input, prepared.value)
    setStage(
      applied.ok
        ? { kind: 'done', read: stage.read, outcomes: applied.value, undone: false }
        : { ...stage, applying: null, problem: applied.problem },
    )
  }

  return {
    stage,
    setStage,
    pick,
    take,
    cancel: work.cancel,
    again: () => {
      work.begin()
      setStage({ kind: 'pick', problem: null })
    },
    /** Reads the same file with another answer or another mapping. */
    reread: (
      file: OpenedBankFile,
      change: Partial<Pick<OpenedBankFile, 'answers' | 'mapping' | 'columns'>>,
    ) => read({ ...file, ...change, answers: { ...file.answers, ...change.answers } }),
    aim: (stage: PreviewStage, index: number, target: RecordId | null) =>
      compare(stage.file, stage.read, stage.targets.with(index, target), stage),
    apply,
  }
}

export type ImportFlow = ReturnType<typeof useImport>
