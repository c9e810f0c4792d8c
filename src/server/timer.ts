/** What is done by the clock and not because somebody asked. */
import { JOBS, type Job } from '@/contract/timer'
import { runBulletin } from './bulletins'
import { sealAudit } from './chains'
import type { Context } from './context'
import { countWeeks } from './counting'
import { runUnanswered } from './doors/once'
import { runChat } from './doors/sending'
import { type Runners, runErrands } from './errands'
import { readFeeds } from './feeds'
import { runGather } from './groupGather'
import { runTell } from './groupTelling'
import { handBackAll } from './handing'
import type { Handlers } from './handle'
import { runMembers } from './joining'
import { lapse } from './lapse'
import { learnCategories } from './learning'
import { runNotice } from './message'
import { remind } from './notices'
import { Conflict, Duplicate } from './ports'
import { lapseReleases } from './publishing'
import { readCongestion, readWeather } from './readings'
import { recountClocks } from './recounting'
import { sweep } from './retention'
import { settleRules } from './routing'
import { runSpread } from './spread'
import { traceAll } from './traces'
import { urge } from './urging'
import { checkPicture, checkText, checkVoice } from './verdicts'
import { learnWording } from './wording'

/** One page of a job's work: how many things it did, and whether more are waiting. */
export type Round = { did: number; more: boolean }

/** Who runs each kind of errand. */
const RUNNERS: Runners = {
  notice: runNotice,
  bulletin: runBulletin,
  spread: runSpread,
  'check-text': checkText,
  'check-picture': checkPicture,
  'check-voice': checkVoice,
  members: runMembers,
  gather: runGather,
  tell: runTell,
  chat: runChat,
  unanswered: runUnanswered,
  leave: async ({ official }, ctx) => ((await handBackAll(official, ctx)).all ? 'done' : 'again'),
}

/** `everyMinutes`: how long its turn lasts. Each job may be cut off at any point and be begun again. */
const TABLE: Record<Job, { everyMinutes: number; run: (ctx: Context) => Promise<Round> }> = {
  releases: { everyMinutes: 1, run: lapseReleases },
  recount: { everyMinutes: 1, run: recountClocks },
  lapse: { everyMinutes: 1, run: lapse },
  reminders: { everyMinutes: 1, run: remind },
  urging: { everyMinutes: 1, run: urge },
  errands: { everyMinutes: 1, run: (ctx) => runErrands(RUNNERS, ctx) },
  weather: { everyMinutes: 15, run: readWeather },
  congestion: { everyMinutes: 5, run: readCongestion },
  feeds: { everyMinutes: 60, run: readFeeds },
  figures: { everyMinutes: 1, run: countWeeks },
  retention: { everyMinutes: 60, run: sweep },
  audit: { everyMinutes: 60, run: sealAudit },
  routing: { everyMinutes: 5, run: settleRules },
  wording: { everyMinutes: 360, run: learnWording },
  traces: { everyMinutes: 1, run: traceAll },
  learning: { everyMinutes: 60, run: learnCategories },
}
/** Rounds of one job in one turn, so that a full day's backlog does not keep the others waiting. */
const ROUNDS = 10

export const timer: Pick<Handlers, 'timer.tick'> = {
  async 'timer.tick'(_, ctx) {
    const did: Partial<Record<Job, number>> = {}
    for (const job of JOBS) {
      if (await isOurTurn(job, ctx)) did[job] = await runJob(job, ctx)
    }
    return { did }
  },
}

/** A job that fails is tried again in its next turn, and does not keep the others from theirs. */
async function runJob(job: Job, ctx: Context): Promise<number> {
  let done = 0
  try {
    for (let left = ROUNDS; left > 0; left--) {
      const { did, more } = await TABLE[job].run(ctx)
      done += did
      if (!more) break
    }
  } catch (error) {
    ctx.log.error('failed', error, { job })
  }
  return done
}

/** However many hosts there are, one of them has a job's turn: the first to write it down. */
async function isOurTurn(job: Job, { store, now }: Context): Promise<boolean> {
  const turn = Math.floor(now.getTime() / (TABLE[job].everyMinutes * 60_000))
  try {
    const last = await store.get<{ turn: number }>('jobs', job)
    if (!last) await store.insert('jobs', job, { turn })
    else if (last.turn >= turn) return false
    else await store.update('jobs', job, last.version, { set: { turn } })
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Duplicate) return false
    throw error
  }
}
