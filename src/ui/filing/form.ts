/** What the pieces of the form share, on the phone and at the desk. */
import type { Form } from '@/client/drafts/draft'

export type { Form }
/** Writes into the form. The same function for as long as the form is open: what has not changed is not drawn again. */
export type Fill = (change: Partial<Form>) => void
