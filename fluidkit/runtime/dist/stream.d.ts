/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { CallOptions, HeaderValues } from './types.js';
/** What every stream accepts beside its own optional parameters. */
export interface StreamOptions extends CallOptions {
	/** Milliseconds after which an attempt fails if the server hasn't begun to answer. */
	timeout?: number | undefined;
	/** Called on every connection, once the server has begun to answer. */
	onOpen?: (() => unknown) | undefined;
	/** Called with each error that interrupts or ends the stream. */
	onError?: ((error: StreamError) => unknown) | undefined;
	/** Called once, when all is over: at the end, after an error, after `close()`. */
	onClose?: (() => unknown) | undefined;
	/** Let callbacks run while a server renders a page. Iteration always does. */
	ssr?: boolean | undefined;
}
/** What interrupted a stream, or ended it: an ApiError, or what one of its callbacks threw. */
export interface StreamError extends Error {
	/** Whether the stream goes on by itself: then this was not its end. */
	willReconnect: boolean;
	/** The HTTP status of an answer that the stream couldn't go on with; 0: there was none. */
	status?: number;
	/** FastAPI's `detail`. */
	detail?: unknown;
	/** The line that is no JSON, from 1. */
	line?: number;
}
/** Who is told of what happens to a stream. */
export interface Audience<T> {
	onOpen?: (() => unknown) | undefined;
	onError?: ((error: StreamError) => unknown) | undefined;
	onBatch?: ((items: T[]) => unknown) | undefined;
	onComplete?: (() => unknown) | undefined;
	onClose?: (() => unknown) | undefined;
}
/** What makes the items of a stream out of a connection; it hears of changes as well. */
export interface Source<T> extends Audience<T> {
	/** The items that come next; undefined at the end. Throws what ends the stream. */
	pull(iterated: boolean): Promise<T[] | undefined>;
	/** Give an item to the callbacks, and return what they return. */
	deliver(item: T): unknown[];
	/** Whether an item is also for those who iterate. */
	carries(item: T): boolean;
}
/** What a source can do with the stream that it serves. Whatever goes wrong is an ApiError. */
export interface Context {
	/** Send the request, and be ready to read its answer. Throws an answer that is an error. */
	open(
		headers: HeaderValues,
		/** Whether the source itself tries again after what may pass. */
		again?: boolean,
		/** The content type that is expected. */
		expected?: RegExp
	): Promise<void>;
	/** The next piece of text, waited for no more than `limit` ms if > 0; undefined at the end. */
	read(limit?: number): Promise<string | undefined>;
	/** Wait for something until the stream is closed, and no more than `limit` ms if > 0. */
	wait<V>(something: PromiseLike<V>, limit?: number): Promise<V>;
	/** End the request. */
	disconnect(): void;
	closed(): boolean;
	/** Tell everybody that the server has begun to answer. */
	tell(callback: 'onOpen'): Promise<void>;
	/** Tell everybody of an error. */
	tellError(error: Error, willReconnect: boolean): Promise<void>;
}
/** A stream of `T`. It is read once: by its callbacks, or by whoever iterates. */
export declare abstract class Stream<T> {
	/** Resolves when all is over; rejects with the error, or the signal's reason, that ended it. */
	readonly done: Promise<void>;
	/** End the stream, its request, and the generator on the server. */
	readonly close: () => void;
	readonly [Symbol.asyncIterator]: () => AsyncIterableIterator<T>;
	/**
	 * Not there: a stream is no promise, and `await` on one is an error of types. Iterate, or await
	 * `done`.
	 */
	then?: (stream: never) => never;
}
/** A header; undefined in a universal `load`, where SvelteKit lets none be read. */
export declare function headerOf(
	response: Response | undefined,
	name: string
): string | null | undefined;
/** Add the stream of an operation that answers with JSON or, if asked so, with a stream. */
export declare const withStream: <F extends object, S>(
	call: F,
	stream: S
) => F & {
	stream: S;
};
