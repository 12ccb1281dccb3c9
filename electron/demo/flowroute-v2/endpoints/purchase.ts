import { z } from 'zod'
import type { Account } from '../account.ts'
import { check, looseFlag, readObject } from '../body.ts'
import { single } from '../documents.ts'
import { numberDocument } from '../number-document.ts'
import { freshRecord } from '../number-record.ts'
import { actionNotAuthorized, insufficientFunds, notForSale, notFound } from '../problem.ts'
import { type Call, type Endpoint, type Endpoints, idOf } from './endpoint.ts'
import { applyMessaging, checkMessaging, messagingOptions } from './messaging-options.ts'

const options = z.object({ cnam_lookups_enabled: looseFlag.optional(), ...messagingOptions })

/** Some clients put the options in the query, some in a flat body; the body wins. */
function readOptions({ query, body }: Call): z.infer<typeof options> {
  const said = Object.keys(options.shape).flatMap((name) => {
    const value = query.get(name)
    return value === null || value === '' ? [] : [[name, value]]
  })
  return check(options, { ...Object.fromEntries(said), ...readObject(body) })
}

/** Throws the refusal; nothing is reserved by a search, so each of them can happen to a number just found. */
function priceOf(account: Account, number: string): number {
  const { purchaseAllowed, balance, insufficientFundsStatus } = account.behaviour()
  if (account.numbers.isHeld(number)) throw notForSale()
  const exchange = /^1\d{10}$/.test(number) ? account.catalogue.exchangeOf(number) : null
  if (!exchange) throw notFound('No such number.')
  if (!purchaseAllowed) throw actionNotAuthorized()
  if (!account.isForSale(number)) throw notForSale()
  const { setup } = account.catalogue.flowroutePrice(exchange)
  if (balance < setup) throw insufficientFunds(insufficientFundsStatus)
  return setup
}

const buyNumber: Endpoint = (call) => {
  const { account } = call
  const number = idOf(call)
  const wanted = readOptions(call)
  checkMessaging(wanted)
  const setup = priceOf(account, number)
  const { balance, lookupsByDefault } = account.behaviour()
  account.behave({ balance: Math.round((balance - setup) * 100) / 100 })
  const record = freshRecord(account.catalogue, number, wanted.cnam_lookups_enabled ?? lookupsByDefault)
  account.hold(record)
  const status = applyMessaging(account, number, wanted, 201)
  return single(status, numberDocument(account, account.numbers.get(number) ?? record))
}

export const purchaseEndpoints: Endpoints = { 'POST /v2/numbers/{id}': buyNumber }
