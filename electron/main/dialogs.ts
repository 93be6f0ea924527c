/** The system's own save and open dialogs, on top of the app's window. */
import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { FileDialogs } from './chosen-files.ts'

export function createFileDialogs(window: BrowserWindow): FileDialogs {
  async function askForPaths(
    extensions: readonly string[],
    more: readonly 'multiSelections'[],
  ): Promise<readonly string[]> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile', 'dontAddToRecent', ...more],
      filters: [
        { name: extensions.map(extension => `.${extension}`).join(', '), extensions: [...extensions] },
      ],
    })
    return canceled ? [] : filePaths
  }
  return {
    async askWhereToSave(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(app.getPath('documents'), suggestedName),
        // Names of files that were saved must not show up in the system's recent files.
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      })
      return canceled || filePath === '' ? null : filePath
    },
    async askWhichToOpen(extensions) {
      const [path] = await askForPaths(extensions, [])
      return path ?? null
    },
    askWhichOnesToOpen: extensions => askForPaths(extensions, ['multiSelections']),
  }
}
