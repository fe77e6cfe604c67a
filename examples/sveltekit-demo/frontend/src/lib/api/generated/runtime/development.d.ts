/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { CallOptions } from './types.js';
/**
 * Have a stream go straight to the app, if that is set and the caller wants it nowhere else, so that
 * it takes no connection of the page's own; cookies of the same host go along.
 */
export declare function divert(options: CallOptions): {
	credentials?: 'include';
};
/** Count a stream to this URL as open, warn if they get many; the result takes it off again. */
export declare function occupy(url: string): () => void;
