/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import { direct } from './host.js';
/** Complete what a caller wants by how a call leaves the server. */
export declare const located: typeof direct;
