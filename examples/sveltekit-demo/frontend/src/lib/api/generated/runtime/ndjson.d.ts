/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import { BodyStream } from './body.js';
import { type Codec } from './request.js';
import type { StreamOptions } from './stream.js';
/** What a JSON stream accepts beside its own optional parameters. */
export interface JsonStreamOptions<T> extends StreamOptions {
	/** Called with each record. */
	onChunk?: ((record: T) => unknown) | undefined;
	/** Called with the records of each network read, at least one. */
	onBatch?: ((records: T[]) => unknown) | undefined;
	/** Called when the stream has come to its end; then there is no `onError`. */
	onComplete?: (() => unknown) | undefined;
	/** Leave out lines that are no JSON, rather than end with an error. */
	skipMalformed?: boolean | undefined;
}
/** Typed records. Read them with callbacks, with `for await`, or through `readable()`. */
export declare class JsonStream<T> extends BodyStream<T> {}
/** An operation that answers with a JSON value on each line. */
export declare const ndjson: (
	method: string,
	path: string,
	required?: readonly Codec[],
	optional?: {
		readonly [name: string]: Codec;
	}
) => import('./request.js').OperationFunction<JsonStream<unknown>>;
