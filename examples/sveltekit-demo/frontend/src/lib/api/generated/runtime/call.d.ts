/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import { type Operation } from './request.js';
import type { Call } from './types.js';
/** Whether a response is what was asked for. 304 says that what the caller has is current. */
export declare const accepted: (response: Response) => boolean;
/** Send the operation, and read its answer with `read` unless the caller takes the response. */
export declare function call<T>(
	operation: Operation,
	read: (response: Response) => Promise<T>
): Call<T>;
