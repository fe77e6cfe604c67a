/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

/** The name that the server gives a file, without any folder; undefined if it gives none. */
export declare function fileName(disposition: string | null | undefined): string | undefined;
