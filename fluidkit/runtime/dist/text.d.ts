/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import { BodyStream } from './body.js';
import { type Codec } from './request.js';
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
export declare class TextStream extends BodyStream<string> {
	/** The pieces as they arrive, cut anywhere but within a character. */
	chunks(): AsyncIterableIterator<string>;
	/** The lines, without their ends (LF or CRLF). */
	lines(): AsyncIterableIterator<string>;
}
/** An operation that answers with text, piece by piece. */
export declare const chunks: (
	method: string,
	path: string,
	required?: readonly Codec[],
	optional?: {
		readonly [name: string]: Codec;
	}
) => import('./request.js').OperationFunction<TextStream>;
