/** All rules, in the order of the report. */
import { compilers } from './compilers'
import { interfaces } from './interfaces'
import { layout } from './layout'
import { pages } from './pages'
import { privacy } from './privacy'
import type { Rule } from './rule'
import { sizes } from './sizes'
import { styles } from './styles'
import { unmeasured } from './unmeasured'

export const RULES: Rule[] = [
  ...compilers,
  ...sizes,
  ...styles,
  ...interfaces,
  ...privacy,
  ...pages,
  ...layout,
  ...unmeasured,
]
