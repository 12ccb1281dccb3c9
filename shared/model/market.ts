import type { Place } from './number.ts'

/** A CallFire region: what its number catalogue knows of a prefix. */
export type Region = Place & { readonly latitude: number | null; readonly longitude: number | null }

/** Flowroute: three digits that have stock. */
export type AreaCode = { readonly areaCode: string }

/** Flowroute: NPA and NXX, six digits, that have stock. */
export type Exchange = { readonly areaCode: string; readonly exchange: string }
