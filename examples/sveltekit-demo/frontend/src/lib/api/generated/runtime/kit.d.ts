/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { ApiError } from './errors.js';
export type { RequestEvent } from '@sveltejs/kit';
/** Reject with SvelteKit's own error, of the same status. */
export declare function raise(failure: ApiError): Promise<never>;
