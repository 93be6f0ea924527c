/**
 * All that the page can reach: one frozen object of fixed functions, each bound to its own channel. No channel name,
 * event object or Electron API crosses. CommonJS when built, because a sandboxed preload cannot be a module.
 */
import { contextBridge, ipcRenderer } from 'electron'
import {
  type Arguments,
  type Bridge,
  type Channel,
  LOCK_REQUESTED,
  type Returned,
  wireName,
} from '#host/contract.ts'

const calling =
  <C extends Channel>(channel: C) =>
  (...args: Arguments<C>): Promise<Returned<C>> =>
    ipcRenderer.invoke(wireName(channel), ...args)

const bridge = {
  openRecordLog: calling('openRecordLog'),
  appendRecords: calling('appendRecords'),
  readRecords: calling('readRecords'),
  recordLogStats: calling('recordLogStats'),
  closeRecordLog: calling('closeRecordLog'),
  readKeyFile: calling('readKeyFile'),
  replaceKeyFile: calling('replaceKeyFile'),
  removeKeyFile: calling('removeKeyFile'),
  writeAttachment: calling('writeAttachment'),
  readAttachment: calling('readAttachment'),
  listAttachments: calling('listAttachments'),
  removeAttachment: calling('removeAttachment'),
  claimWriter: calling('claimWriter'),
  releaseWriter: calling('releaseWriter'),
  freeBytes: calling('freeBytes'),
  readPreferences: calling('readPreferences'),
  writePreferences: calling('writePreferences'),
  saveFile: calling('saveFile'),
  rereadSavedFile: calling('rereadSavedFile'),
  beginSave: calling('beginSave'),
  appendSave: calling('appendSave'),
  endSave: calling('endSave'),
  chooseFile: calling('chooseFile'),
  chooseFiles: calling('chooseFiles'),
  readChosen: calling('readChosen'),
  sizeOfChosen: calling('sizeOfChosen'),
  openFile: calling('openFile'),
  printPage: calling('printPage'),
  replacePage: calling('replacePage'),
  removeGroup: calling('removeGroup'),
  onLockRequested(listener) {
    const heard = (): void => listener()
    ipcRenderer.on(LOCK_REQUESTED, heard)
    return () => void ipcRenderer.off(LOCK_REQUESTED, heard)
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('porchlight', Object.freeze(bridge))
