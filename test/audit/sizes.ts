/** How large the packages are. */
import { KB } from '../weapp/limits'
import type { Rule } from './rule'

const MB = 1024 * KB
const EACH = 2 * MB
/** 30 MB for one's own; 20 MB when a provider develops it for the district, as is usual, so that one is kept. */
const TOTAL = 20 * MB

const inKB = (bytes: number) => `${(bytes / KB).toFixed(0)} KB`

export const sizes: Rule[] = [
  {
    name: 'the main package and each sub-package are at most 2 MB',
    source: 'framework/subpackages',
    needs: 'files',
    check: ({ packages }) =>
      packages
        .filter(({ bytes }) => bytes > EACH)
        .map(({ name, bytes }) => ({ file: name, thing: `${inKB(bytes)} are over ${inKB(EACH)}` })),
  },
  {
    name: 'all packages together are at most 20 MB',
    source: 'framework/subpackages',
    needs: 'files',
    check({ packages, dist }) {
      const bytes = packages.reduce((total, one) => total + one.bytes, 0)
      return bytes > TOTAL ? [{ file: dist, thing: `${inKB(bytes)} are over ${inKB(TOTAL)}` }] : []
    },
  },
  {
    name: 'each package keeps our own budget',
    source: 'design 7',
    needs: 'files',
    check: ({ packages }) =>
      packages
        .filter(({ bytes, budget }) => bytes > budget)
        .map(({ name, bytes, budget }) => ({ file: name, thing: `${inKB(bytes)} are over ${inKB(budget)}` })),
  },
]
