/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import { type ApiError } from './errors.js';
import { type Operation } from './request.js';
import type { CallOptions, HeaderValues } from './types.js';
/** What every stream accepts beside its own optional parameters. */
export interface StreamOptions extends Omit<CallOptions, 'headers'> {
	/** Added to the request; a function is called before each attempt. */
	headers?:
		HeaderValues | (() => HeaderValues | undefined | Promise<HeaderValues | undefined>) | undefined;
	/** Milliseconds until an attempt fails for which the server has not begun to answer. */
	timeout?: number | undefined;
	/** Called on every connection, once the server has begun to answer. */
	onOpen?: (() => unknown) | undefined;
	/** Called once, when all is over: at the end, after an error, after `close()`. */
	onClose?: (() => unknown) | undefined;
	/** Let callbacks run while a server renders a page. Iteration always does. */
	ssr?: boolean | undefined;
}
/** What ended, or interrupted, a stream. */
export type StreamError = Error & {
	/** Whether the stream goes on by itself: then this was not its end. */
	willReconnect?: boolean;
	/** The HTTP status, where it was an answer that the stream couldn't go on with. */
	status?: ApiError['status'];
	/** FastAPI's `detail`. */
	detail?: unknown;
};
/** Looks on from outside: `live`. */
interface Observer<T> {
	opened(): void;
	received(items: T[]): void;
	failed(error: StreamError): void;
	closed(): void;
}
/**
 * A stream of `T`. It is read in one way: by its callbacks, or by whoever iterates.
 *
 * What a stream waits for never holds it back from closing, for a `fetch` may ignore its signal,
 * and `reader.cancel()` need not settle.
 */
export declare abstract class Stream<T> {
	#private;
	/** @internal */
	protected readonly operation: Operation;
	/** Resolves when all is over; rejects with the error or the signal's reason that ended it. */
	readonly done: Promise<void>;
	/**
	 * Not there: `await` on a stream is an error of types, as the stream itself is no promise.
	 * Await `done`, or iterate.
	 */
	then?: (stream: never) => never;
	constructor(operation: Operation);
	/** End the stream, its request, and the generator on the server. */
	close(): void;
	/** The stream as a `ReadableStream`; cancelling that closes this. */
	readable(): ReadableStream<T>;
	[Symbol.asyncIterator](): AsyncIterableIterator<T>;
	/** @internal Read the stream for an observer. */
	observe(observer: Observer<T>): void;
	/** The items of the next piece that arrives; undefined at the end. */
	protected abstract pull(): Promise<T[] | undefined>;
	/** Give items to the callbacks; resolves once they are through. */
	protected abstract deliver(items: T[]): unknown;
	/** Tell of an error; false if there was nobody to tell. */
	protected abstract report(error: StreamError): unknown;
	/** Tell that the stream came to its end. */
	protected completed(): unknown;
	/** Whether an item is for those who iterate. */
	protected carries(_item: T): boolean;
	protected get closed(): boolean;
	/** Read with callbacks from the next microtask on, unless somebody iterates by then. */
	protected start(): void;
	/** Tell callbacks, or else the console, of an error. */
	protected tell(thrown: unknown, willReconnect: boolean): unknown;
	/** Wait for something, but no longer than until the stream is closed or `interrupt` is called. */
	protected wait<V>(something: PromiseLike<V>): Promise<V>;
	protected interrupt(error: Error): void;
	/** Send the request, and be ready to read its answer. */
	protected connect(headers?: HeaderValues): Promise<Response>;
	/** Send once, and let the configured hook have a look at what fails. */
	protected attend(send: () => Promise<Response>): Promise<Response>;
	/** Tell that the answer is one to go on with. */
	protected opened(): unknown;
	/** The next piece of text; undefined at the end. */
	protected read(): Promise<string | undefined>;
	/** End the request of this attempt. */
	protected disconnect(): void;
}
/** A ReadableStream of what is iterated; it takes an item only when one is asked for. */
export declare function readable<T>(items: AsyncIterableIterator<T>): ReadableStream<T>;
/** Give items to a callback one by one, waiting where it is asynchronous, while `open` says so. */
export declare function each<T>(
	items: T[],
	callback: (item: T) => unknown,
	open: () => boolean
): Promise<void>;
/** A header, or undefined in a universal `load`, where SvelteKit lets none be read. */
export declare function headerOf(response: Response, name: string): string | null | undefined;
/** Add the stream of an operation that answers with JSON or, if asked so, with a stream. */
export declare const withStream: <F extends object, S>(
	call: F,
	stream: S
) => F & {
	stream: S;
};
export {};
