import { app, dialog } from 'electron'
import { DataFolderError } from './shell/data-folder.ts'
import { prepare } from './shell/early.ts'

function giveUp(error: unknown): void {
  // What a person can mend needs no stack; a bug of ours does.
  if (!(error instanceof DataFolderError)) console.error(error)
  dialog.showErrorBox('Linekeeper could not start', error instanceof Error ? error.message : String(error))
  app.exit(1)
}

// Kept this small on purpose: Electron is ready only when this file has run to its end.
try {
  if (prepare(process.argv)) {
    app
      .whenReady()
      .then(async () => (await import('./start.ts')).start())
      .catch(giveUp)
  } else {
    console.error('Linekeeper is already open with this data folder; its window was brought to the front.')
    app.exit(0)
  }
} catch (error) {
  giveUp(error)
}
