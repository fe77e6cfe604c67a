/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// A call that a component makes for `{#await}`: on a server Svelte shows that it is pending, and throws
// the promise away. https://svelte.dev/docs/svelte/await
import { rendering } from './host.js';
const asked = new WeakSet();
/** Whether a call may be one that nobody asks for; one that is no GET has to be sent in any case. */
export const waits = (operation) =>
	rendering() && operation.name.startsWith('GET ') && !asked.has(operation);
/**
 * Start a call in a microtask, unless all that was done with it is what Svelte does: then it starts
 * when somebody asks for more, which may be never.
 */
export function whenAsked(operation, start) {
	asked.add(operation);
	let started;
	let ignored = false;
	const call = () => (started ??= start());
	queueMicrotask(() => {
		try {
			if (!ignored) call();
		} catch {
			// Thrown again to whoever asks; here it would end the process.
		}
	});
	return Object.assign(
		promising((onFulfilled, onRejected) => {
			const then = () => call().then(onFulfilled, onRejected);
			if (started || !isIgnored(onFulfilled, onRejected)) return then();
			ignored = true;
			return promising((...handlers) => then().then(...handlers));
		}),
		{
			result: () => call().result(),
			response: () => call().response(),
			orError: () => call().orError()
		}
	);
}
/** A promise that does nothing before it is asked: `await` and `catch` call its `then`. */
const promising = (then) => Object.assign(Object.create(Promise.prototype), { then });
/** Whether these are the handlers of Svelte's `{#await}`: none for the value, an empty one for errors. */
const isIgnored = (onFulfilled, onRejected) =>
	onFulfilled === null && /^(\(\)\s*=>|function \w*\(\))\s*\{\s*\}$/.test(String(onRejected));
