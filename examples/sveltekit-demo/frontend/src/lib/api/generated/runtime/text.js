/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// Streams of text.
import { bodyOf, BodyStream } from './body.js';
import { createSplitter } from './lines.js';
import { define } from './request.js';
/** Text as it arrives. Read it with callbacks, `chunks()`, `lines()` or `readable()`. */
export class TextStream extends BodyStream {
	/** @internal */
	constructor(operation) {
		const { onChunk, onLine } = operation.options;
		super(operation, (context) => {
			const splitter = createSplitter();
			const next = bodyOf(context, (text) => (text ? [text] : []));
			const deliverLines = async (text) => {
				for (const line of splitter(text)) if (!context.closed()) await onLine?.(line);
			};
			return {
				async pull() {
					const chunks = await next();
					if (!chunks) await deliverLines();
					return chunks;
				},
				deliver: (text) => [onChunk?.(text), onLine && deliverLines(text)],
				carries: () => true
			};
		});
	}
	/** The pieces as they arrive, cut anywhere but within a character. */
	chunks() {
		return this[Symbol.asyncIterator]();
	}
	/** The lines, without their ends (LF or CRLF). */
	lines() {
		return linesOf(this.chunks());
	}
}
async function* linesOf(chunks) {
	const splitter = createSplitter();
	for await (const chunk of chunks) yield* splitter(chunk);
	yield* splitter(undefined);
}
/** An operation that answers with text, piece by piece. */
export const chunks = (method, path, required, optional) =>
	define(method, path, required, optional, (operation) => new TextStream(operation));
