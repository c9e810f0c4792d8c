/** The kinds of things the district tells, as screens and rules name them. */
export const SECTIONS = ['overview', 'town', 'office', 'window', 'bus', 'rail', 'sight', 'topic'] as const

export const ROAD_EVENTS = ['closure', 'works', 'accident', 'jam', 'fog'] as const

export const HOTLINE_GROUPS = [
  'emergency',
  'government',
  'home',
  'transport',
  'health',
  'rights',
  'safety',
  'other',
] as const

/** Life situations. */
export const SITUATIONS = ['child', 'school', 'work', 'home', 'health', 'old', 'travel', 'business'] as const

export const ALERT_TYPES = [
  'earthquake',
  'storm',
  'wind',
  'fog',
  'rain',
  'cold',
  'fire',
  'health',
  'traffic',
  'utility',
  'other',
] as const

/** From the mildest to the worst (突发事件应对法). */
export const COLOURS = ['blue', 'yellow', 'orange', 'red'] as const
