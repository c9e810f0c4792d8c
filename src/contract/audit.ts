/** Who saw and did what. */
export const audit = {}
