/** Who may reach the cloud past our functions: nobody, but for putting a photo at a place that was named for it. */
import { manifest } from '@/server/manifest'

/** No phone reads or writes the database: every collection is the functions' own. */
export const databaseRules = Object.fromEntries(
  Object.keys(manifest).map((collection) => [collection, { read: false, write: false }]),
)

/** A phone may put a file where there is none or where its own lies; which place counts is for the server to say. */
export const storageRules = { read: false, write: 'resource.openid == auth.openid' }

/** Phones call `api` alone. */
export const functionRules = { '*': { invoke: false }, api: { invoke: true } }
