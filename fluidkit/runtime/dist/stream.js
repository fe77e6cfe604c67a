/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// What all streams share: one object that is read by callbacks, by iteration or as a ReadableStream.
import { createConnection } from './connection.js';
import { rendering } from './host.js';
/** A stream of `T`. It is read once: by its callbacks, or by whoever iterates. */
export class Stream {
	/** @internal */
	constructor(operation, createSource) {
		Object.assign(this, createReading(operation, createSource));
	}
}
function createReading(operation, createSource) {
	const options = operation.options;
	const { signal } = options;
	const connection = createConnection(operation);
	let read = false;
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
	const tell = async (callback, about) => {
		for (const one of audience) await one[callback]?.(about);
	};
	const tellError = (error, willReconnect) => {
		// Unlike an assignment, this is content with what is frozen, or no object.
		Reflect.set(Object(error), 'willReconnect', willReconnect);
		if (!(willReconnect || iterating || options.onError)) console.error(error);
		return tell('onError', error);
	};
	const source = createSource({ ...connection, closed: () => closed, tell, tellError });
	const audience = [options, source];
	/** Be over. There is nobody left to be told what the last callbacks throw. */
	const end = (error, last) => {
		if (closed) return;
		closed = true;
		reason = error;
		signal?.removeEventListener('abort', abort);
		connection.disconnect();
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
		if (rendering() && !options.ssr) return;
		queueMicrotask(async () => {
			if (read) return;
			read = true;
			while ((await advance()) && !closed);
		});
	};
	for (const option in options) {
		// A function, as a parameter of the operation may have such a name too; or `on` itself.
		const value = options[option];
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
const isPromise = (value) => typeof value?.then === 'function';
/** Add the stream of an operation that answers with JSON or, if asked so, with a stream. */
export const withStream = (call, stream) => Object.assign(call, { stream });
