/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// What all streams share: one object that is read by callbacks, by iteration or as a ReadableStream.
import { divert, occupy } from './development.js';
import { ApiError, failure } from './errors.js';
import { rendering } from './host.js';
import { configuration } from './request.js';
/** A stream of `T`. It is read once: by its callbacks, or by whoever iterates. */
export class Stream {
	/** @internal */
	constructor(operation, createSource) {
		createReading(this, operation, createSource);
	}
}
/**
 * Make a stream what it is. Closures, as they are smaller than private fields.
 *
 * Nothing that it waits for can hold it back from being closed, for a `fetch` may ignore its
 * signal, and `reader.cancel()` need not settle.
 */
function createReading(stream, operation, createSource) {
	const { name, url, send } = operation;
	const options = operation.options;
	const { signal } = options;
	let controller;
	let reader;
	let decoder;
	let release;
	let interrupt;
	let taken = false;
	let iterating = false;
	let closed = false;
	/** What ended it, if that was an error or a signal. */
	let reason;
	let settle;
	const done = new Promise((resolve, reject) => {
		settle = () => (reason ? reject(reason) : resolve());
	});
	// Who doesn't ask for it has been told by `onError`.
	done.catch(() => {});
	const wait = (something, limit) => {
		let timer;
		return new Promise((resolve, reject) => {
			interrupt = (cause) => reject(cause instanceof ApiError ? cause : new ApiError(name, cause));
			// A timer for 2^31 ms or longer would go off at once.
			if (limit) timer = setTimeout(interrupt, Math.min(limit, 2e9), 'timeout');
			something.then(resolve, interrupt);
		}).finally(() => clearTimeout(timer));
	};
	const open = async (headers, again, expected) => {
		controller = new AbortController();
		decoder = new TextDecoder();
		const init = { signal: controller.signal, headers, cache: 'no-store' };
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
		if (!ok || (expected && type !== undefined && !expected.test(type))) {
			// Errors and JSON are read for what they tell, ten seconds at most; whatever else isn't
			// expected isn't read at all: it may have no end.
			let error = new ApiError(name, undefined, response);
			if (!ok || /^application\/json/i.test(type))
				error = await wait(failure(name, response), 1e4).catch(() => error);
			if (ok) error.message += ` (${type})`;
			throw error;
		}
		reader = response.body?.getReader();
	};
	const read = async (limit) => {
		if (!reader) return undefined;
		const { done, value } = await wait(reader.read(), limit);
		if (done) reader = undefined;
		// At the end there is no value, but there may be what the decoder held back.
		return decoder.decode(value, { stream: !done });
	};
	/** Aborting surely ends a request; `cancel` is for a `fetch` without signals. */
	const disconnect = () => {
		interrupt?.(true);
		controller?.abort();
		reader?.cancel().catch(() => {});
		reader = undefined;
		if (import.meta.env?.DEV) release?.();
	};
	const tell = async (callback, about) => {
		for (const one of audience) await one[callback]?.(about);
	};
	const tellError = (error, willReconnect) => {
		// Unlike an assignment, this is content with what is frozen, or no object.
		Reflect.set(Object(error), 'willReconnect', willReconnect);
		if (!(willReconnect || iterating || options.onError)) console.error(error);
		return tell('onError', error);
	};
	/** Be over. There is nobody left to be told what the last callbacks throw. */
	const end = (error, last) => {
		if (closed) return;
		closed = true;
		reason = error;
		signal?.removeEventListener('abort', abort);
		disconnect();
		last?.().catch(console.error);
		tell('onClose').catch(console.error);
		settle();
	};
	const abort = () => end(signal.reason);
	/** Take the next items, and give them to the callbacks. */
	const advance = async () => {
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
	async function* iterated() {
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
	const start = (observer) => {
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
	const audience = [options, source];
	// A function, as a parameter of the operation may have such a name too; or `on` itself.
	for (const [option, value] of Object.entries(options)) {
		if (/^on/.test(option) && (option[2] ? value?.call : value)) start();
	}
}
const isPromise = (value) => !!value?.then;
/** A header; undefined in a universal `load`, where SvelteKit lets none be read. */
export function headerOf(response, name) {
	try {
		return response?.headers.get(name);
	} catch {
		return undefined;
	}
}
/** Add the stream of an operation that answers with JSON or, if asked so, with a stream. */
export const withStream = (call, stream) => Object.assign(call, { stream });
