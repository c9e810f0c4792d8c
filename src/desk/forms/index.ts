/** The form of each kind. */
import type { Content } from '@/contract/content'
import { alert } from './alert'
import { appeal } from './appeal'
import { article } from './article'
import { faq } from './faq'
import type { Form } from './field'
import { hotline } from './hotline'
import { menu } from './menu'
import { page } from './page'
import { road } from './road'
import { service } from './service'

export const FORMS: Record<Content['kind'], Form> = { article, page, faq, road, hotline, service, appeal, alert, menu }
