import { project } from '../../electron/core/inventory/project.ts'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { isFailure } from '../../shared/failure.ts'
import { event, moved, purchase } from './purchases.ts'

/** A process that dies at a chosen moment of a purchase: `node journal-child.ts begun|beginning|changed|changing|race FOLDER ID`. */
const [, , when = '', folder = '', id = 'p1'] = process.argv

const storage = openStorage({ folder, project, now: Date.now, log: () => undefined })
const die = () => void process.kill(process.pid, 'SIGKILL')

const things = ['+12065550143', '+12065550144']
const dying = {
  get events() {
    die()
    return [event('never')]
  },
}

if (when === 'begun') {
  storage.orders.begin(purchase(id, things, { events: [event('Written down.')] }))
  die()
}
if (when === 'beginning') storage.orders.begin(Object.assign(Object.create(dying), without(purchase(id, things))))
if (when === 'changed') {
  storage.orders.change(id, { ...moved('sending', 'sending'), events: [event('Sent.')] })
  die()
}
if (when === 'changing') storage.orders.change(id, Object.assign(Object.create(dying), moved('sending', 'sending')))
if (when === 'race') {
  process.stdout.write('ready\n')
  process.stdin.once('data', () => {
    process.stdout.write(`${attempt()}\n`)
    process.exit()
  })
}

function without({ events: _, ...begun }: ReturnType<typeof purchase>) {
  return begun
}

function attempt(): string {
  try {
    storage.orders.begin(purchase(id, things))
    return 'begun'
  } catch (error) {
    if (isFailure(error)) return error.failure.kind
    throw error
  }
}
