/** What the pages are when they run: on WeChat's compiler and runtime, with the real server behind them. */
import { readFileSync } from 'node:fs'
import { KB, SET_DATA, TREE } from '../weapp/limits'
import { SCREENS } from '../weapp/screens'
import type { Build } from './build'
import type { Opened } from './open'
import type { Finding, Rule } from './rule'

/** WeChat's own limits; ours, in limits.ts, are tighter. */
const OFFICIAL = { perSecond: 20, bytes: 256 * KB, nodes: 1000, depth: 30, children: 60, requests: 10 }
const ROUTES = ['src/client/routes.ts', 'src/client/deskRoutes.ts']

/** A rule over each screen: what it finds, as sentences. */
const perScreen = (look: (screen: Opened, build: Build) => string[]) => async (build: Build) =>
  (await build.screens()).flatMap((screen) =>
    look(screen, build).map((thing): Finding => ({ file: screen.route, thing: `${screen.name}: ${thing}` })),
  )

/** The limits that are passed, each as "nodes 640 of 600". */
function passed(limits: [what: string, measured: number, most: number][]): string[] {
  return limits.filter(([, measured, most]) => measured > most).map(([what, is, most]) => `${what} ${is} of ${most}`)
}

export const pages: Rule[] = [
  {
    name: 'setData: no more than 20 calls and 256 KB a call',
    source: 'audits 4 and 5, weight 6 and 6',
    needs: 'screens',
    // All calls of an opening are counted as if they came within one second.
    check: perScreen(({ traffic: { calls, largest } }) =>
      passed([
        ['calls', calls, OFFICIAL.perSecond],
        ['bytes in one call', largest, OFFICIAL.bytes],
      ]),
    ),
  },
  {
    name: 'a screen opens with at most 2 setData and 20 KB',
    source: 'design 7',
    needs: 'screens',
    check: perScreen(({ traffic: { calls, bytes, largest } }) =>
      passed([
        ['calls', calls, SET_DATA.calls],
        ['bytes', bytes, SET_DATA.open],
        ['bytes in one call', largest, SET_DATA.ever],
      ]),
    ),
  },
  {
    name: 'every name in setData is bound in a template',
    source: 'audits 24, weight 3',
    needs: 'screens',
    check: (build) => {
      const bound = boundIn(build)
      return perScreen(({ names }) => names.filter((name) => !bound.has(name)).map((name) => `“${name}” is not`))(build)
    },
  },
  {
    name: 'fewer than 1000 nodes, less than 30 deep, at most 60 children',
    source: 'audits 6, weight 6',
    needs: 'screens',
    check: perScreen(({ counts }) => tooLarge(counts, OFFICIAL)),
  },
  {
    name: 'fewer than 600 nodes, less than 25 deep, at most 50 children',
    source: 'design 7',
    needs: 'screens',
    check: perScreen(({ counts }) => tooLarge(counts, TREE)),
  },
  {
    name: 'a screen asks for its data with at most 10 requests',
    source: 'audits 8, weight 5',
    needs: 'screens',
    check: perScreen(({ requests }) => passed([['requests', requests, OFFICIAL.requests]])),
  },
  {
    name: 'nothing goes wrong while a screen opens',
    source: 'audits 20, weight 3',
    needs: 'screens',
    check: perScreen(({ errors }) => errors),
  },
  {
    name: 'every page is opened by this audit',
    source: 'test/weapp/screens.ts',
    needs: 'files',
    check({ manifest }) {
      const opened: string[] = Object.values(SCREENS).map(({ route }) => route.split('?')[0] ?? '')
      return manifest.pages
        .filter((page) => !opened.includes(page))
        .map((page) => ({ file: page, thing: 'is not among the screens, so nothing was measured on it' }))
    },
  },
  {
    name: 'every page can be reached, by a route or the tab bar',
    source: 'audits 26, weight 0',
    needs: 'files',
    check({ manifest }) {
      const routes = ROUTES.map((file) => readFileSync(file, 'utf8')).join('\n')
      const led = (page: string) => new RegExp(`/${page}['"\`?$]`).test(routes)
      const tabs = manifest.tabs.map(({ pagePath }) => pagePath)
      return manifest.pages
        .filter((page) => !led(page) && !tabs.includes(page))
        .map((page) => ({
          file: 'app.json',
          line: 1,
          thing: `${page} is in no route of ${ROUTES.join(' or ')} and no tab`,
        }))
    },
  },
  {
    name: 'no page says it fits every window size without being made to',
    source: 'audits 18, weight 3',
    needs: 'files',
    check: (build) =>
      build
        .ending('.json')
        .filter((file) => /"resizable"\s*:\s*true/.test(build.text(file)))
        .map((file) => ({ file, thing: 'resizable: the screens do not listen to a window that changes' })),
  },
]

type Size = Pick<Opened['counts'], 'nodes' | 'depth'> & { children: number }

function tooLarge({ nodes, depth, mostChildren, crowded }: Opened['counts'], most: Size): string[] {
  return passed([
    ['nodes', nodes, most.nodes - 1],
    ['levels', depth, most.depth - 1],
    [`children of ${crowded}`, mostChildren, most.children],
  ])
}

/** Every name in an expression of a template, and what wx:key names. */
function boundIn(build: Build): Set<string> {
  const expressions = build
    .ending('.wxml')
    .flatMap((file) => [...build.text(file).matchAll(/\{\{([\s\S]*?)\}\}|wx:key="([^"]*)"/g)])
    .map(([, expression, key]) => expression ?? key ?? '')
  return new Set(expressions.flatMap((expression) => expression.match(/[A-Za-z_$][\w$]*/g) ?? []))
}
