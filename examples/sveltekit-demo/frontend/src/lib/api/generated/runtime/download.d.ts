/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import { type Codec } from './request.js';
import type { CallOptions } from './types.js';
/** How far a download has come, in bytes. */
export interface Progress {
	loaded: number;
	/** Undefined where the server doesn't say, or compresses what it sends. */
	total: number | undefined;
}
/** What a download accepts beside its own optional parameters. */
export interface DownloadOptions extends CallOptions {
	/** Called at the start and with each piece that arrives. */
	onProgress?: ((progress: Progress) => unknown) | undefined;
}
/** An operation that answers with a file. */
export declare const file: (
	method: string,
	path: string,
	required?: readonly Codec[],
	optional?: {
		readonly [name: string]: Codec;
	}
) => import('./request.js').OperationFunction<import('./types.js').Call<File, {}>>;
