// Streams of JSON values, a line each: NDJSON, JSON Lines.

import { bodyOf, BodyStream } from './body.js';
import { createSplitter } from './lines.js';
import { type Codec, define, type Operation } from './request.js';
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
export class JsonStream<T> extends BodyStream<T> {
	/** @internal */
	constructor(operation: Operation) {
		const { onChunk, skipMalformed } = operation.options as JsonStreamOptions<T>;
		super(operation, (context) => ({
			pull: bodyOf(context, createReader<T>(operation.name, skipMalformed)),
			deliver: (record) => [onChunk?.(record)],
			carries: () => true
		}));
	}
}

/** Make what reads records out of pieces of text. */
function createReader<T>(
	name: string,
	skip: boolean | undefined
): (text: string | undefined) => T[] {
	const splitter = createSplitter();
	let line = 0;
	/** An error that comes after the records before it. */
	let malformed: SyntaxError | undefined;
	return (text) => {
		const records: T[] = [];
		const lines = malformed ? [] : splitter(text);
		for (const json of lines) {
			line++;
			try {
				records.push(JSON.parse(json));
			} catch (cause) {
				// Blank lines are looked for here, where that costs other lines nothing.
				if (skip || !json.trim()) continue;
				const message = `${name}: line ${line} is no JSON: ${(cause as Error).message}`;
				malformed = Object.assign(new SyntaxError(message, { cause }), { line });
				break;
			}
		}
		if (malformed && !records.length) throw malformed;
		return records;
	};
}

/** An operation that answers with a JSON value on each line. */
export const ndjson = (
	method: string,
	path: string,
	required?: readonly Codec[],
	optional?: { readonly [name: string]: Codec }
) => define(method, path, required, optional, (operation) => new JsonStream<unknown>(operation));
