/** Everything that the sample district has published, and a little that waits at its desk. */
import { alerts } from './alert'
import { appeals } from './appeal'
import { articles } from './articles'
import { faqs } from './faqs'
import { faqsHere } from './faqsHere'
import { hotlines } from './hotlines'
import { pages } from './pages'
import { roads } from './roads'
import type { Sample } from './sample'
import { services } from './services'

export const samples: Sample[] = [
  ...hotlines,
  ...faqs,
  ...faqsHere,
  ...services,
  ...pages,
  ...articles,
  ...roads,
  ...appeals,
  ...alerts,
]
