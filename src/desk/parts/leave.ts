import { call } from '@/client/call'
import { routes } from '@/client/routes'
import { dropToken } from '@/client/session'
import { signIn } from '@/contract/signIn'

/** The key is thrown away here whatever the server says; without a connection it ends there by its own time. */
export async function leave(): Promise<void> {
  await call(signIn, 'desk.signOut', {}, 'desk')
  dropToken('desk')
  routes.signedOut()
}
