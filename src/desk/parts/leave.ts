import { call } from '@/client/call'
import { dropWritten } from '@/client/deskDrafts'
import { routes } from '@/client/deskRoutes'
import { dropToken, officialHere } from '@/client/session'
import { signIn } from '@/contract/signIn'

/** What was being written goes too: whoever leaves for good does not come back to it. The key is thrown away here whatever the server says; without a connection it ends there by its own time. */
export async function leave(): Promise<void> {
  dropWritten(officialHere() ?? '', Date.now())
  await call(signIn, 'desk.signOut', {}, 'desk')
  dropToken('desk')
  routes.signedOut()
}
