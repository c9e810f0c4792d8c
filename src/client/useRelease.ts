/** What an official does with a release, each command once however often it is tried. */
import type { Asked } from '@/contract/action'
import { publishing, type ReleaseCommand, type ReleaseView } from '@/contract/publishing'
import { call } from './call'
import { type Tried, useTries } from './useAct'

export type ReleaseActing = Tried<ReleaseCommand>

/** Gives commands to a release; `done` gets it as it is then. */
export const useRelease = (id: string, done: (release: ReleaseView) => void): ReleaseActing =>
  useTries((key, command) => call(publishing, 'releases.act', { id, key, command }, 'desk'), done)

export type Writing = Omit<Asked<(typeof publishing)['releases.write']>, 'key'>
/** With what was taken out of pasted text. */
export type Written = ReleaseView & { removed: { what: string; times: number }[] }

/** Keeps a new release, or the next revision of one. */
export const useWriting = (done: (written: Written) => void): Tried<Writing> =>
  useTries((key, writing) => call(publishing, 'releases.write', { key, ...writing }, 'desk'), done)
