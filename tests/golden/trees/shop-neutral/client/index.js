/** What all clients share, written by FluidKit: edits are overwritten. */
export { ApiError, configure } from './generated/runtime/client.js';
