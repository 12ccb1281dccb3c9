import type { Account } from './account.ts'
import { type CallerName, firstCallerNames } from './caller-names.ts'
import type { Resource } from './documents.ts'
import { type EmergencyAddress, firstAddresses } from './emergency.ts'

export const toAddress = (account: Account, { id, attributes }: EmergencyAddress): Resource => ({
  type: 'e911',
  id,
  attributes,
  links: { self: `${account.behaviour().linkHost}/v2/e911s/${id}` },
})

export const toCallerName = (account: Account, name: CallerName): Resource => ({
  type: 'cnam',
  id: name.id,
  attributes: {
    value: name.value,
    is_approved: name.approved,
    rejection_reason: name.rejection,
    creation_datetime: name.created,
    approval_datetime: name.approvedAt,
  },
  links: { self: `${account.behaviour().linkHost}/v2/cnams/${name.id}` },
})

/** None, or the one that a number points to. */
export const addressResource = (account: Account, id: string | null): readonly Resource[] =>
  firstAddresses.filter((address) => address.id === id).map((address) => toAddress(account, address))

export const callerNameResource = (account: Account, id: string | null): readonly Resource[] =>
  firstCallerNames.filter((name) => name.id === id).map((name) => toCallerName(account, name))
