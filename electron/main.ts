import { app, dialog } from 'electron'
import { prepare } from './shell/early.ts'

// Kept this small on purpose: Electron is ready only when this file has run to its end.
if (prepare(process.argv)) {
  app
    .whenReady()
    .then(async () => (await import('./start.ts')).start())
    .catch((error: unknown) => {
      console.error(error)
      dialog.showErrorBox('Linekeeper could not start', error instanceof Error ? error.message : String(error))
      app.exit(1)
    })
} else {
  console.error('Linekeeper is already open with this data folder; its window was brought to the front.')
  app.exit(0)
}
