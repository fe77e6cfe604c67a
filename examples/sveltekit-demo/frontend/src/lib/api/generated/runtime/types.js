/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// Types that generated clients and their users see. Nothing here exists at run time.
export {};
