/** Streams as Svelte state, written by FluidKit: edits are overwritten. */
export { type Live, live, type LiveOptions, type LiveStatus } from './generated/runtime/svelte.js';
