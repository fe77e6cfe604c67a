/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

/**
 * Make what splits text at LF and CRLF, wherever it is cut.
 *
 * It returns the lines that a piece completes; `undefined`, the end, completes a last line that is
 * not empty.
 */
export declare function createSplitter(): (text: string | undefined) => string[];
