import type { ServerResponse } from 'node:http'
import type { DemoReply } from './message.ts'

/** How a finished answer reaches the client. */
export type Delivery = (response: ServerResponse, reply: DemoReply, bytes: Buffer | null) => void

const headersOf = (reply: DemoReply, bytes: Buffer | null): Record<string, string> => ({
  ...(bytes && { 'content-type': reply.type ?? 'application/json' }),
  ...reply.headers,
})

/** Statuses for which HTTP forbids a body length. */
const isBare = (status: number): boolean => status === 204 || status === 304

export const deliver: Delivery = (response, reply, bytes) => {
  const length = isBare(reply.status) ? {} : { 'content-length': String(bytes?.length ?? 0) }
  response.writeHead(reply.status, { ...headersOf(reply, bytes), ...length })
  response.end(bytes ?? undefined)
}

/** Promises the whole length, sends half of it and drops the connection. */
const cutShort: Delivery = (response, reply, bytes) => {
  const whole = bytes ?? Buffer.from(' ')
  response.writeHead(reply.status, { ...headersOf(reply, whole), 'content-length': String(whole.length + 1) })
  response.write(whole.subarray(0, whole.length >> 1), () => response.destroy())
}

const PIECES = 20

const trickle =
  (ms: number): Delivery =>
  (response, reply, bytes) => {
    const whole = bytes ?? Buffer.alloc(0)
    const step = Math.max(1, Math.ceil(whole.length / PIECES))
    response.writeHead(reply.status, headersOf(reply, bytes))
    let sent = 0
    const timer = setInterval(() => {
      if (sent >= whole.length) {
        clearInterval(timer)
        response.end()
      } else {
        response.write(whole.subarray(sent, sent + step))
        sent += step
      }
    }, ms / PIECES)
    response.on('close', () => clearInterval(timer))
  }

const MEGABYTE = Buffer.alloc(1024 * 1024, 0x20)

/** The true answer followed by blanks, with no length told beforehand: only counting bytes helps the client. */
const flood =
  (megabytes: number): Delivery =>
  (response, reply, bytes) => {
    response.writeHead(reply.status, headersOf(reply, bytes))
    response.write(bytes ?? Buffer.alloc(0))
    let left = megabytes
    const pump = () => {
      while (left > 0) {
        left -= 1
        if (!response.write(MEGABYTE)) return void response.once('drain', pump)
      }
      response.end()
    }
    pump()
  }

const hangUp: Delivery = (response) => response.socket?.resetAndDestroy()

const sayNothing: Delivery = () => undefined

export const deliveries = { cutShort, trickle, flood, hangUp, sayNothing } as const
