/** Makes a file and saves it where the person chooses; done with it, unless a cloud seems to copy the folder. */
import { useState } from 'react'
import { useKeepFile } from './use-keep-file.ts'

export interface MadeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface FileExport {
  readonly isBusy: boolean
  /** What was saved into a folder that a cloud seems to copy: that has to be read first (`CloudNotice`). */
  readonly cloudName: string | null
  /** `make` gives null where it said itself why there is no file. */
  save(make: () => MadeFile | null | Promise<MadeFile | null>): Promise<void>
}

export function useFileExport(onSaved: () => void): FileExport {
  const keepFile = useKeepFile()
  const [isBusy, setBusy] = useState(false)
  const [cloudName, setCloudName] = useState<string | null>(null)
  return {
    isBusy,
    cloudName,
    async save(make) {
      setBusy(true)
      setCloudName(null)
      const file = await make()
      const kept = file === null ? 'not-saved' : await keepFile(file.name, file.bytes)
      setBusy(false)
      if (file !== null && kept === 'cloud-folder') setCloudName(file.name)
      if (kept === 'saved') onSaved()
    },
  }
}
