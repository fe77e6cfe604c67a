// What all streams share: one object that is read by callbacks, by iteration or as a ReadableStream.

import { type Connection, createConnection } from './connection.js';
import type { Operation } from './request.js';
import { rendering } from './host.js';
import type { CallOptions } from './types.js';

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

/** What a source can do with the stream that it serves. */
export interface Context extends Connection {
	closed(): boolean;
	/** Tell everybody that the server has begun to answer. */
	tell(callback: 'onOpen'): Promise<void>;
	/** Tell everybody of an error. */
	tellError(error: Error, willReconnect: boolean): Promise<void>;
}

/** A stream of `T`. It is read once: by its callbacks, or by whoever iterates. */
export abstract class Stream<T> {
	/** Resolves when all is over; rejects with the error, or the signal's reason, that ended it. */
	declare readonly done: Promise<void>;
	/** End the stream, its request, and the generator on the server. */
	declare readonly close: () => void;
	declare readonly [Symbol.asyncIterator]: () => AsyncIterableIterator<T>;
	/** @internal Read with callbacks from the next microtask on, unless somebody iterates by then. */
	declare readonly start: (audience?: Audience<T>) => void;
	/**
	 * Not there: a stream is no promise, and `await` on one is an error of types. Iterate, or await
	 * `done`.
	 */
	declare then?: (stream: never) => never;

	/** @internal */
	constructor(operation: Operation, createSource: (context: Context) => Source<T>) {
		Object.assign(this, createReading(operation, createSource));
	}
}

function createReading<T>(operation: Operation, createSource: (context: Context) => Source<T>) {
	const options = operation.options as StreamOptions & Audience<T>;
	const { signal } = options;
	const connection = createConnection(operation);
	let read = false;
	let iterating = false;
	let closed = false;
	/** What ended it, if that was an error or a signal. */
	let reason: unknown;
	let settle: () => void;
	const done = new Promise<void>((resolve, reject) => {
		settle = () => (reason ? reject(reason) : resolve());
	});
	// Who doesn't ask for it has been told by `onError`.
	done.catch(() => {});

	const tell = async (callback: keyof Audience<T>, about?: any): Promise<void> => {
		for (const one of audience) await one[callback]?.(about);
	};

	const tellError = (error: any, willReconnect: boolean): Promise<void> => {
		// Unlike an assignment, this is content with what is frozen, or no object.
		Reflect.set(Object(error), 'willReconnect', willReconnect);
		if (!(willReconnect || iterating || options.onError)) console.error(error);
		return tell('onError', error);
	};

	const source = createSource({ ...connection, closed: () => closed, tell, tellError });
	const audience: Audience<T>[] = [options, source];

	/** Be over. There is nobody left to be told what the last callbacks throw. */
	const end = (error?: unknown, last?: () => Promise<void>): void => {
		if (closed) return;
		closed = true;
		reason = error;
		signal?.removeEventListener('abort', abort);
		connection.disconnect();
		last?.().catch(console.error);
		tell('onClose').catch(console.error);
		settle();
	};

	const abort = (): void => end(signal!.reason);

	/** Take the next items, and give them to the callbacks. */
	const advance = async (): Promise<T[] | undefined> => {
		try {
			signal?.addEventListener('abort', abort);
			if (signal?.aborted) abort();
			const items = closed ? undefined : await source.pull(iterating);
			for (const item of items ?? []) {
				if (closed) break;
				const results = source.deliver(item);
				// Waiting for what is no promise would cost a turn for each item.
				if (results.some(isPromise)) await Promise.all(results);
			}
			if (items && !closed) await tell('onBatch', items.filter(source.carries));
			else end(undefined, () => tell('onComplete'));
			return items;
		} catch (error) {
			end(error, () => tellError(error, false));
		}
		return undefined;
	};

	async function* iterated(): AsyncGenerator<T, void> {
		try {
			for (let items; (items = await advance());) {
				for (const item of items) {
					if (source.carries(item)) yield item;
					if (closed) break;
				}
			}
		} finally {
			end();
		}
		if (reason) throw reason;
	}

	const start = (observer?: Audience<T>): void => {
		if (observer) audience.push(observer);
		if (rendering() && !options.ssr) return;
		queueMicrotask(async () => {
			if (read) return;
			read = true;
			while ((await advance()) && !closed);
		});
	};

	for (const option in options) {
		// A function, as a parameter of the operation may have such a name too; or `on` itself.
		const value: any = options[option as keyof typeof options];
		if (/^on/.test(option) && (option[2] ? value?.call : value)) start();
	}
	return {
		done,
		close: () => end(),
		start,
		[Symbol.asyncIterator]() {
			if (read) throw new TypeError(`${operation.name} is being read already`);
			read = iterating = true;
			return iterated();
		}
	};
}

const isPromise = (value: any): value is PromiseLike<unknown> => typeof value?.then === 'function';

/** Add the stream of an operation that answers with JSON or, if asked so, with a stream. */
export const withStream = <F extends object, S>(call: F, stream: S): F & { stream: S } =>
	Object.assign(call, { stream });
