/** What only a browser knows: sizes, colours as they come out, words that have no room. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { TARGET } from '../weapp/limits'
import type { Build } from './build'
import type { View } from './draw'
import { type Finding, type Found, type Rule, skip } from './rule'

const NO_BROWSER = 'no Chromium was found; set MINHU_CHROMIUM to one'
/** WeChat's floor for anything to tap, in points. */
const SMALLEST = 20
/** How far the shape of a shown picture may be from its own. */
const BENT = 0.15

const perView =
  (look: (view: View, build: Build) => string[]) =>
  async (build: Build): Promise<Found> => {
    const views = await build.views()
    if (!views) return skip(NO_BROWSER)
    return gathered(
      views.flatMap((view) => look(view, build).map((thing) => ({ file: view.route, thing, where: view.where }))),
    )
  }

/** The same thing in four views is one finding, with the first view named. */
function gathered(found: (Finding & { where: string })[]): Finding[] {
  const things = new Map<string, Finding & { where: string }>()
  for (const one of found) if (!things.has(one.file + one.thing)) things.set(one.file + one.thing, one)
  return [...things.values()].map(({ file, thing, where }) => ({ file, thing: `${thing} (${where})` }))
}

const tooSmall = ({ targets }: View, least: number) =>
  targets
    .filter(({ width, height }) => width < least || height < least)
    .map(({ what, width, height }) => `${what} is ${width} × ${height}, under ${least}`)

export const layout: Rule[] = [
  {
    name: 'everything to tap is at least 20 × 20',
    source: 'audits 16, weight 3',
    needs: 'browser',
    check: perView((view) => tooSmall(view, SMALLEST)),
  },
  {
    name: `everything to tap is at least ${TARGET.usual}, in care mode ${TARGET.care}`,
    source: 'design 6, elderly guide',
    needs: 'browser',
    check: perView((view) => tooSmall(view, TARGET[view.size])),
  },
  {
    name: 'words stand out from their ground, 4.5 : 1, large ones 3 : 1',
    source: 'audits 19, weight 0',
    needs: 'browser',
    check: perView(({ pale }) =>
      pale.map(({ what, ratio, least }) => `${what} has ${(Math.floor(ratio * 100) / 100).toFixed(2)} of ${least}`),
    ),
  },
  {
    name: 'pictures keep their shape',
    source: 'audits 15, weight 4',
    needs: 'browser',
    check: perView(({ images }, build) =>
      images
        .filter(({ mode }) => mode === '' || mode === 'scaleToFill')
        .filter(({ src, width, height }) => isBent(build, src, width / height))
        .map(({ what, src, width, height }) => `${what} ${src} is stretched to ${width} × ${height}: give it a mode`),
    ),
  },
  {
    name: 'nothing is wider than the screen',
    source: 'design 6, at 390 points',
    needs: 'browser',
    check: perView(({ wide }) => wide),
  },
  {
    name: 'no words are cut off',
    source: 'design 6, elderly guide',
    needs: 'browser',
    check: perView(({ cut }) => cut),
  },
]

/** Of a picture that does not lie in the package nobody knows the shape, so it needs a mode. */
function isBent(build: Build, src: string, shown: number): boolean {
  const file = src.replace(/^\//, '')
  if (!build.files.includes(file) || !file.endsWith('.svg')) return true
  const [, width, height] =
    /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(readFileSync(path.join(build.dist, file), 'utf8')) ?? []
  return Math.abs(shown / (Number(width) / Number(height)) - 1) > BENT
}
