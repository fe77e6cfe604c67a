/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { ApiError } from './errors.js';
/** There is no request event without SvelteKit. */
export type RequestEvent = never;
/** Reject with the framework's own error; there is none. */
export declare const raise: (error: ApiError) => Promise<never>;
