/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { Configuration } from './types.js';
/**
 * Set things for all calls; what is not given keeps its value.
 *
 * On a server `headers` has to be a function of the request event: a value would be sent for all
 * users alike.
 */
export declare function configure(settings: Configuration): void;
