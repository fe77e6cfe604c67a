// Streams of text.

import { bodyOf, BodyStream } from './body.js';
import { createSplitter } from './lines.js';
import { type Codec, define, type Operation } from './request.js';
import type { StreamOptions } from './stream.js';

/** What a text stream accepts beside its own optional parameters. */
export interface TextStreamOptions extends StreamOptions {
	/** Called with each piece as it arrives, cut anywhere but within a character. */
	onChunk?: ((text: string) => unknown) | undefined;
	/** Called with each line, without its end. */
	onLine?: ((line: string) => unknown) | undefined;
	/** Called when the stream has come to its end; then there is no `onError`. */
	onComplete?: (() => unknown) | undefined;
}

/** Text as it arrives. Read it with callbacks, `chunks()`, `lines()` or `readable()`. */
export class TextStream extends BodyStream<string> {
	/** @internal */
	constructor(operation: Operation) {
		const { onChunk, onLine } = operation.options as TextStreamOptions;
		super(operation, (context) => {
			const splitter = createSplitter();
			const next = bodyOf(context, (text) => (text ? [text] : []));
			const deliverLines = async (text?: string): Promise<void> => {
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
	chunks(): AsyncIterableIterator<string> {
		return this[Symbol.asyncIterator]();
	}

	/** The lines, without their ends (LF or CRLF). */
	lines(): AsyncIterableIterator<string> {
		return linesOf(this.chunks());
	}
}

async function* linesOf(chunks: AsyncIterableIterator<string>): AsyncGenerator<string, void> {
	const splitter = createSplitter();
	for await (const chunk of chunks) yield* splitter(chunk);
	yield* splitter(undefined);
}

/** An operation that answers with text, piece by piece. */
export const chunks = (
	method: string,
	path: string,
	required?: readonly Codec[],
	optional?: { readonly [name: string]: Codec }
) => define(method, path, required, optional, (operation) => new TextStream(operation));
