/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// A stream as reactive state. Only SvelteKit trees get this file.
import { createSubscriber } from 'svelte/reactivity';
import { toStore } from 'svelte/store';
/**
 * What a stream has brought so far, as state that templates, `$derived` and `$effect` follow.
 *
 * The stream runs as long as something follows it: it begins with the first reader, and ends when
 * the last one is destroyed. On a server nothing begins.
 */
export class Live {
	#start;
	#keep;
	#follow;
	#update = () => {};
	#leave;
	#stream;
	#items = [];
	#status = 'connecting';
	#error;
	/** @internal */
	constructor(start, { keep = 100 }) {
		this.#start = start;
		this.#keep = keep;
		this.#follow = createSubscriber((update) => {
			// A store of Svelte's runs its function again when state that it has read changes: that
			// gives a stream of its own to each `userId`, without the compiler. It runs it more
			// often at first, so that streams are made which are closed before they begin.
			const streams = toStore(() => this.#begin());
			this.#leave = streams.subscribe(() => this.#update());
			// Not before: at first whoever reads is about to read anyway.
			this.#update = update;
			return () => {
				this.#update = () => {};
				this.#leave?.();
				this.#leave = undefined;
				this.close();
			};
		});
	}
	/** The newest item. */
	get current() {
		this.#follow();
		return this.#items.at(-1);
	}
	/** The newest items, the oldest of them first. */
	get items() {
		this.#follow();
		return this.#items;
	}
	get status() {
		this.#follow();
		return this.#status;
	}
	/** What ended the stream, or interrupted it: it is gone once the stream goes on. */
	get error() {
		this.#follow();
		return this.#error;
	}
	/** End the stream; what it has brought stays. */
	close() {
		this.#stream?.close();
	}
	/** Begin again, from nothing. */
	restart() {
		// Without a reader there would be nobody to end it.
		if (this.#leave) this.#begin();
		this.#update();
	}
	#begin() {
		const former = this.#stream;
		this.#stream = undefined;
		former?.close();
		this.#items = [];
		this.#set('connecting');
		try {
			this.#stream = this.#start();
			this.#observe(this.#stream);
		} catch (error) {
			this.#set('error', error);
		}
		return this.#stream;
	}
	#observe(stream) {
		/** Changes state on behalf of this stream, unless another has taken its place. */
		const change = (set) => {
			if (this.#stream !== stream) return;
			set();
			this.#update();
		};
		stream.start({
			onOpen: () => change(() => this.#set('open')),
			onBatch: (items) =>
				change(() => {
					const all = this.#items.concat(items);
					this.#items = all.slice(Math.max(all.length - this.#keep, 0));
				}),
			onError: (error) =>
				change(() => this.#set(error.willReconnect ? 'reconnecting' : 'error', error)),
			onClose: () => change(() => this.#status === 'error' || this.#set('closed', this.#error))
		});
	}
	#set(status, error) {
		this.#status = status;
		this.#error = error;
	}
}
/**
 * Follow a stream: `const n = live(() => stream_notifications(userId))`, then `n.current`.
 *
 * When state that the function reads changes, the stream is exchanged for a new one.
 */
export const live = (start, options = {}) => new Live(start, options);
