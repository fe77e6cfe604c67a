/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import { type Context, Stream } from './stream.js';
/** The body of a response as a stream of `T`. */
export declare abstract class BodyStream<T> extends Stream<T> {
	/** The stream as a `ReadableStream`, which takes an item only when one is asked for. */
	readable(): ReadableStream<T>;
}
/**
 * Take the items of a body as it arrives.
 *
 * `itemsOf` makes them of a piece of text, undefined being the end; the pieces are cut anywhere but
 * within a character.
 */
export declare function bodyOf<T>(
	{ open, read, tell, closed }: Context,
	itemsOf: (text: string | undefined) => T[]
): () => Promise<T[] | undefined>;
