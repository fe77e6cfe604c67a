/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// Streams of JSON values, a line each: NDJSON, JSON Lines.
import { bodyOf, BodyStream } from './body.js';
import { createSplitter } from './lines.js';
import { define } from './request.js';
/** Typed records. Read them with callbacks, with `for await`, or through `readable()`. */
export class JsonStream extends BodyStream {
	/** @internal */
	constructor(operation) {
		const { onChunk, skipMalformed } = operation.options;
		super(operation, (context) => ({
			pull: bodyOf(context, createReader(operation.name, skipMalformed)),
			deliver: (record) => [onChunk?.(record)],
			carries: () => true
		}));
	}
}
/** Make what reads records out of pieces of text. */
function createReader(name, skip) {
	const splitter = createSplitter();
	let line = 0;
	/** An error that comes after the records before it. */
	let malformed;
	return (text) => {
		const records = [];
		const lines = malformed ? [] : splitter(text);
		for (const json of lines) {
			line++;
			try {
				records.push(JSON.parse(json));
			} catch (cause) {
				// Blank lines are looked for here, where that costs other lines nothing.
				if (skip || !json.trim()) continue;
				const message = `${name}: line ${line} is no JSON: ${cause.message}`;
				malformed = Object.assign(new SyntaxError(message, { cause }), { line });
				break;
			}
		}
		if (malformed && !records.length) throw malformed;
		return records;
	};
}
/** An operation that answers with a JSON value on each line. */
export const ndjson = (method, path, required, optional) =>
	define(method, path, required, optional, (operation) => new JsonStream(operation));
