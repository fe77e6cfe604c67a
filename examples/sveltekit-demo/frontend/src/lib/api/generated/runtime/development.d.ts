/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

/** Count a stream to this URL as open, warn if they get many; the result takes it off again. */
export declare function occupy(url: string): () => void;
