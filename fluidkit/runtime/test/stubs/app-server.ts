// SvelteKit keeps the event of the request that it answers in an AsyncLocalStorage, and so do we.
import { AsyncLocalStorage } from 'node:async_hooks';

export const events = new AsyncLocalStorage<unknown>();

export function getRequestEvent(): unknown {
	const event = events.getStore();
	if (!event) throw new Error('Can only read the current request event while handling a request');
	return event;
}
