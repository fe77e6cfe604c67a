/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// What all streams share: one object that is read by callbacks, by iteration or as a ReadableStream.
import { failed, failure } from './errors.js';
import { configuration } from './request.js';
import { rendering } from './server.js';
/**
 * A stream of `T`. It is read in one way: by its callbacks, or by whoever iterates.
 *
 * What a stream waits for never holds it back from closing, for a `fetch` may ignore its signal,
 * and `reader.cancel()` need not settle.
 */
export class Stream {
	/** @internal */
	operation;
	/** Resolves when all is over; rejects with the error or the signal's reason that ended it. */
	done;
	#settle;
	#outcome;
	#reading;
	#begun = false;
	#observer;
	#interrupt = () => {};
	#controller = new AbortController();
	#reader;
	#decoder = new TextDecoder();
	#leave = () => {};
	constructor(operation) {
		this.operation = operation;
		this.done = new Promise((resolve, reject) => {
			this.#settle = (failed) => (failed ? reject(failed.error) : resolve());
		});
		this.done.catch(() => {});
	}
	/** End the stream, its request, and the generator on the server. */
	close() {
		this.#end({});
	}
	/** The stream as a `ReadableStream`; cancelling that closes this. */
	readable() {
		return readable(this[Symbol.asyncIterator]());
	}
	[Symbol.asyncIterator]() {
		if (this.#reading) throw new TypeError(`${this.operation.name}: this stream is being read`);
		this.#reading = 'iteration';
		const items = this.#iterate();
		return {
			next: () => items.next(),
			// Before its turn in the generator's queue, as a pending `next()` may wait for ever.
			return: (value) => {
				this.close();
				return items.return(value);
			},
			[Symbol.asyncIterator]() {
				return this;
			}
		};
	}
	/** @internal Read the stream for an observer. */
	observe(observer) {
		this.#observer = observer;
		this.start();
	}
	/** Tell that the stream came to its end. */
	completed() {
		return undefined;
	}
	/** Whether an item is for those who iterate. */
	carries(_item) {
		return true;
	}
	get closed() {
		return !!this.#outcome;
	}
	/** Read with callbacks from the next microtask on, unless somebody iterates by then. */
	start() {
		if (rendering() && !this.operation.options.ssr) return;
		queueMicrotask(() => {
			if (this.#reading) return;
			this.#reading = 'callbacks';
			void this.#consume();
		});
	}
	async #consume() {
		while (await this.#advance());
	}
	async *#iterate() {
		for (let items; (items = await this.#advance());) {
			for (const item of items) {
				if (this.carries(item)) yield item;
				if (this.#outcome) break;
			}
		}
		if (this.#outcome && 'error' in this.#outcome) throw this.#outcome.error;
	}
	/** Take the next items and give them to the callbacks. */
	async #advance() {
		try {
			this.#begin();
			if (this.#outcome) return;
			const items = await this.pull();
			if (this.#outcome) return;
			if (items) {
				await this.deliver(items);
				this.#observer?.received(items.filter((item) => this.carries(item)));
				return items;
			}
			this.#end({}, () => this.completed());
		} catch (error) {
			this.#end({ error }, () => this.tell(error, false));
		}
		return;
	}
	#begin() {
		const { signal } = this.operation.options;
		if (this.#begun) return;
		this.#begun = true;
		if (!signal) return;
		const abort = () => this.#end({ error: signal.reason });
		if (signal.aborted) return abort();
		signal.addEventListener('abort', abort);
		this.#leave = () => signal.removeEventListener('abort', abort);
	}
	#end(outcome, last) {
		if (this.#outcome) return;
		this.#outcome = outcome;
		this.#leave();
		this.disconnect();
		this.#interrupt(undefined);
		if (last) quietly(last);
		this.#observer?.closed();
		const { onClose } = this.operation.options;
		if (onClose) quietly(onClose);
		this.#settle('error' in outcome ? { error: outcome.error } : undefined);
	}
	/** Tell callbacks, or else the console, of an error. */
	tell(thrown, willReconnect) {
		const error = thrown instanceof Error ? thrown : failed(this.operation.name, thrown);
		// Unlike an assignment, this is content with an object that is frozen.
		Reflect.set(error, 'willReconnect', willReconnect);
		this.#observer?.failed(error);
		const told = this.report(error);
		if (told === false && !willReconnect && this.#reading === 'callbacks' && !this.#observer) {
			console.error(error);
		}
		return told;
	}
	/** Wait for something, but no longer than until the stream is closed or `interrupt` is called. */
	wait(something) {
		return new Promise((resolve, reject) => {
			this.#interrupt = reject;
			something.then(resolve, reject);
		});
	}
	interrupt(error) {
		this.#interrupt(error);
	}
	/** Send the request, and be ready to read its answer. */
	async connect(headers = {}) {
		const { name, options } = this.operation;
		// Each attempt has a controller: aborting it is what surely ends the request.
		const { signal } = (this.#controller = new AbortController());
		this.#decoder = new TextDecoder();
		// Throws at once if the arguments can't be sent.
		this.operation.url();
		const send = () => this.operation.send({ signal, headers, cache: 'no-store' });
		const { timeout } = options;
		const timer =
			timeout &&
			setTimeout(() => {
				this.interrupt(
					failed(name, new DOMException(`no answer in ${timeout} ms`, 'TimeoutError'))
				);
			}, timeout);
		try {
			const response = await this.wait(this.attend(send));
			if (!response.ok) throw await this.wait(failure(name, response));
			this.#reader = response.body?.getReader();
			return response;
		} finally {
			clearTimeout(timer);
		}
	}
	/** Send once, and let the configured hook have a look at what fails. */
	async attend(send) {
		return configuration.attend?.(this.operation.name, send) ?? send();
	}
	/** Tell that the answer is one to go on with. */
	opened() {
		this.#observer?.opened();
		return this.operation.options.onOpen?.();
	}
	/** The next piece of text; undefined at the end. */
	async read() {
		if (!this.#reader) return;
		try {
			const { done, value } = await this.wait(this.#reader.read());
			// Without an argument, a decoder gives what it held back of a cut character.
			if (!done) return this.#decoder.decode(value, { stream: true });
			this.#reader = undefined;
			return this.#decoder.decode();
		} catch (cause) {
			throw failed(this.operation.name, cause);
		}
	}
	/** End the request of this attempt. */
	disconnect() {
		this.#controller.abort();
		this.#reader?.cancel().catch(() => {});
		this.#reader = undefined;
	}
}
/** A ReadableStream of what is iterated; it takes an item only when one is asked for. */
export function readable(items) {
	return new ReadableStream(
		{
			async pull(controller) {
				const { done, value } = await items.next();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			async cancel() {
				await items.return?.();
			}
		},
		{ highWaterMark: 0 }
	);
}
/** Call one of the last callbacks: there is nobody left to be told what it throws. */
async function quietly(callback) {
	try {
		await callback();
	} catch (error) {
		console.error(error);
	}
}
/** Give items to a callback one by one, waiting where it is asynchronous, while `open` says so. */
export async function each(items, callback, open) {
	for (const item of items) {
		const result = callback(item);
		// Waiting for what is no promise would cost a turn for each item.
		if (typeof result?.then === 'function') await result;
		if (!open()) return;
	}
}
/** A header, or undefined in a universal `load`, where SvelteKit lets none be read. */
export function headerOf(response, name) {
	try {
		return response.headers.get(name);
	} catch {
		return undefined;
	}
}
/** Add the stream of an operation that answers with JSON or, if asked so, with a stream. */
export const withStream = (call, stream) => Object.assign(call, { stream });
