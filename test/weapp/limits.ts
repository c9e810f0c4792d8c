/** Our own budgets for the mini program (design.md part 7), for the tests, the benchmark and the audit alike. Bytes. */
export const KB = 1024

/** Of a package as it is uploaded. Bare Taro and React are 299 KB of the main one. */
export const PACKAGE = { main: 420 * KB, sub: 300 * KB }

/** setData while a screen opens, for one tap, for the one that draws a category's questions, for one letter, and ever. */
export const SET_DATA = { calls: 2, open: 20 * KB, tap: KB, questions: 2 * KB, letter: 300, ever: 64 * KB }

/** Of a drawn page: fewer nodes and levels than these, at most so many side by side. */
export const TREE = { nodes: 600, depth: 25, children: 50 }

/** Points on the screen that a thing to tap has at least, each way; and in care mode. */
export const TARGET = { usual: 44, care: 60 }
