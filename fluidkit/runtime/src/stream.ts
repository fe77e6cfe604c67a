// What all streams share: one object that is read by callbacks, by iteration or as a ReadableStream.

import { divert, occupy } from './development.js';
import { ApiError, failure } from './errors.js';
import { rendering } from './host.js';
import { configuration, type Operation, type SendInit } from './request.js';
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

type CreateSource<T> = (context: Context, stream: Stream<T>) => Source<T>;

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
	constructor(operation: Operation, createSource: CreateSource<T>) {
		createReading(this, operation, createSource);
	}
}

/**
 * Make a stream what it is. Closures, as they are smaller than private fields.
 *
 * Nothing that it waits for can hold it back from being closed, for a `fetch` may ignore its
 * signal, and `reader.cancel()` need not settle.
 */
function createReading<T>(
	stream: Stream<T>,
	operation: Operation,
	createSource: CreateSource<T>
): void {
	const { name, url, send } = operation;
	const options = operation.options as StreamOptions & Audience<T>;
	const { signal } = options;
	let controller: AbortController | undefined;
	let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
	let decoder: TextDecoder;
	let release: (() => void) | undefined;
	let interrupt: ((cause: unknown) => void) | undefined;
	let taken = false;
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

	const wait: Context['wait'] = (something, limit) => {
		let timer: ReturnType<typeof setTimeout>;
		return new Promise<any>((resolve, reject) => {
			interrupt = (cause) => reject(cause instanceof ApiError ? cause : new ApiError(name, cause));
			// A timer for 2^31 ms or longer would go off at once.
			if (limit) timer = setTimeout(interrupt, Math.min(limit, 2e9), 'timeout');
			something.then(resolve, interrupt);
		}).finally(() => clearTimeout(timer));
	};

	const open: Context['open'] = async (headers, again, expected) => {
		controller = new AbortController();
		decoder = new TextDecoder();
		const init: SendInit = { signal: controller.signal, headers, cache: 'no-store' };
		if (import.meta.env?.DEV) Object.assign(init, divert(options));
		// Throws if the arguments can't be sent: that is no failure of the connection.
		const address = url();
		if (import.meta.env?.DEV) release = occupy(address);
		// A `load` that reads on would keep the generator for nobody.
		if (import.meta.env?.SSR) init.leave = end;
		const sent = configuration.attend(name, () => send(init), again);
		const response = await wait(sent, options.timeout);
		const { ok } = response;
		const type = headerOf(response, 'content-type');
		if (!ok || (expected && type !== undefined && !expected.test(type!))) {
			// Errors and JSON are read for what they tell, ten seconds at most; whatever else isn't
			// expected isn't read at all: it may have no end.
			let error = new ApiError(name, undefined, response);
			if (!ok || /^application\/json/i.test(type!))
				error = await wait(failure(name, response), 1e4).catch(() => error);
			if (ok) error.message += ` (${type})`;
			throw error;
		}
		reader = response.body?.getReader();
	};

	const read: Context['read'] = async (limit) => {
		if (!reader) return undefined;
		const { done, value } = await wait(reader.read(), limit);
		if (done) reader = undefined;
		// At the end there is no value, but there may be what the decoder held back.
		return decoder.decode(value, { stream: !done });
	};

	/** Aborting surely ends a request; `cancel` is for a `fetch` without signals. */
	const disconnect = (): void => {
		interrupt?.(true);
		controller?.abort();
		reader?.cancel().catch(() => {});
		reader = undefined;
		if (import.meta.env?.DEV) release?.();
	};

	const tell = async (callback: keyof Audience<T>, about?: any): Promise<void> => {
		for (const one of audience) await one[callback]?.(about);
	};

	const tellError = (error: any, willReconnect: boolean): Promise<void> => {
		// Unlike an assignment, this is content with what is frozen, or no object.
		Reflect.set(Object(error), 'willReconnect', willReconnect);
		if (!(willReconnect || iterating || options.onError)) console.error(error);
		return tell('onError', error);
	};

	/** Be over. There is nobody left to be told what the last callbacks throw. */
	const end = (error?: unknown, last?: () => Promise<void>): void => {
		if (closed) return;
		closed = true;
		reason = error;
		signal?.removeEventListener('abort', abort);
		disconnect();
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
		// The first condition lets a build for browsers drop the others.
		if (import.meta.env?.SSR && rendering() && !options.ssr) return;
		queueMicrotask(async () => {
			if (taken) return;
			taken = true;
			while ((await advance()) && !closed);
		});
	};

	Object.assign(stream, {
		done,
		close: () => end(),
		start,
		[Symbol.asyncIterator]() {
			if (taken) throw new TypeError(`${name} is in use`);
			taken = iterating = true;
			return iterated();
		}
	});
	const source = createSource(
		{ open, read, wait, disconnect, closed: () => closed, tell, tellError },
		stream
	);
	const audience: Audience<T>[] = [options, source];

	// A function, as a parameter of the operation may have such a name too; or `on` itself.
	for (const [option, value] of Object.entries<any>(options)) {
		if (/^on/.test(option) && (option[2] ? value?.call : value)) start();
	}
}

const isPromise = (value: any): value is PromiseLike<unknown> => !!value?.then;

/** A header; undefined in a universal `load`, where SvelteKit lets none be read. */
export function headerOf(response: Response | undefined, name: string): string | null | undefined {
	try {
		return response?.headers.get(name);
	} catch {
		return undefined;
	}
}

/** Add the stream of an operation that answers with JSON or, if asked so, with a stream. */
export const withStream = <F extends object, S>(call: F, stream: S): F & { stream: S } =>
	Object.assign(call, { stream });
