/** The officials and what they sign in with. */
export const people = {}
