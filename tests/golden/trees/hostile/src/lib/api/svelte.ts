/* eslint-disable */
/** Streams as Svelte state, written by FluidKit: edits are overwritten. */
export { live } from './generated/runtime/svelte.js';
