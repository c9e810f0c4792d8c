/** Officials: who they are, what they may do, and what they sign in with. */
export const people = {}
