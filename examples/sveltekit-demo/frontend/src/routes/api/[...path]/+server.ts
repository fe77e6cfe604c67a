/** The way from the browser to FastAPI, written by FluidKit: edits are overwritten. */
export * from '../../../lib/api/generated/runtime/proxy.js';
