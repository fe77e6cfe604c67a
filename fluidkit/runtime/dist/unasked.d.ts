/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { Operation } from './request.js';
import type { Call } from './types.js';
/** Whether a call may be one that nobody asks for; one that is no GET has to be sent in any case. */
export declare const waits: (operation: Operation) => boolean;
/**
 * Start a call in a microtask, unless all that was done with it is what Svelte does: then it starts
 * when somebody asks for more, which may be never.
 */
export declare function whenAsked<T>(operation: Operation, start: () => Call<T>): Call<T>;
