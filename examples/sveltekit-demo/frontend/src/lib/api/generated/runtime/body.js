/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// A stream that is the body of one response: it can't be resumed, so a break is an error.
import { Stream } from './stream.js';
/** The body of a response as a stream of `T`. */
export class BodyStream extends Stream {
	/** The stream as a `ReadableStream`, which takes an item only when one is asked for. */
	readable() {
		const items = this[Symbol.asyncIterator]();
		return new ReadableStream(
			{
				async pull(controller) {
					const { done, value } = await items.next();
					if (done) controller.close();
					else controller.enqueue(value);
				},
				// Not `items.return()`, which would wait for a pending `next()`, perhaps for ever.
				cancel: this.close
			},
			{ highWaterMark: 0 }
		);
	}
}
/**
 * Take the items of a body as it arrives.
 *
 * `itemsOf` makes them of a piece of text, undefined being the end; the pieces are cut anywhere but
 * within a character.
 */
export function bodyOf({ open, read, tell, closed }, itemsOf) {
	let connected = false;
	return async () => {
		if (!connected) {
			connected = true;
			await open({});
			await tell('onOpen');
		}
		// What is wrong behind the last items doesn't wait for more.
		itemsOf('');
		while (!closed()) {
			const text = await read();
			const items = itemsOf(text);
			if (items.length) return items;
			if (text === undefined) break;
		}
		return undefined;
	};
}
