/** What became of what people asked for, in numbers. */
export const figures = {}
