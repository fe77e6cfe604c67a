/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { Stream, StreamError } from './stream.js';
/** How far a live stream is. */
export type LiveStatus = 'connecting' | 'open' | 'reconnecting' | 'closed' | 'error';
/** How a stream is kept. */
export interface LiveOptions {
	/** How many items are kept. Default: 100 */
	keep?: number | undefined;
}
/**
 * What a stream has brought so far, as state that templates, `$derived` and `$effect` follow.
 *
 * The stream runs as long as something follows it: it begins with the first reader, and ends when
 * the last one is destroyed. On a server nothing begins.
 */
export declare class Live<T> {
	#private;
	/** The newest item. */
	get current(): T | undefined;
	/** The newest items, the oldest of them first. */
	get items(): readonly T[];
	get status(): LiveStatus;
	/** What ended the stream, or interrupted it: it is gone once the stream goes on. */
	get error(): StreamError | undefined;
	/** End the stream; what it has brought stays. */
	close(): void;
	/** Begin again, from nothing. */
	restart(): void;
}
/**
 * Follow a stream: `const n = live(() => stream_notifications(userId))`, then `n.current`.
 *
 * When state that the function reads changes, the stream is exchanged for a new one.
 */
export declare const live: <T>(start: () => Stream<T>, options?: LiveOptions) => Live<T>;
