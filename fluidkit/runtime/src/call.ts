// A call that is answered once: its promise, and the other ways to take the answer.

import { ApiError, failure } from './errors.js';
import { rendering } from './host.js';
import { configuration, type Operation } from './request.js';
import type { ApiResult, Call } from './types.js';
import { waits, whenAsked } from './unasked.js';

/** Whether a response is what was asked for. 304 says that what the caller has is current. */
export const accepted = (response: Response): boolean => response.ok || response.status === 304;

/** Send the operation, and read its answer with `read` unless the caller takes the response. */
export function call<T>(operation: Operation, read: (response: Response) => Promise<T>): Call<T> {
	if (import.meta.env?.SSR && waits(operation)) {
		return whenAsked(operation, () => call(operation, read));
	}
	const { name } = operation;
	const signal = limited(operation.options);
	const sent = configuration.attend(name, () => operation.send({ signal }));
	let response: Response;
	let handedOver: boolean;
	const promise = sent.then(async (received) => {
		response = received;
		// Whoever took the response reads it: there are no data left for the call itself.
		if (handedOver) return undefined as T;
		if (!accepted(response)) throw await failure(name, response);
		return read(response).catch((cause) => {
			throw new ApiError(name, cause, response);
		});
	});
	const made = Object.assign(promise, {
		result: () =>
			promise.then(
				(data) => ({ success: true, status: response.status, response, data }),
				(error) => ({ success: false, status: error.status, error })
			) as Promise<ApiResult<T>>,
		response: () => {
			promise.catch(() => {});
			handedOver = true;
			return sent;
		},
		orError: () => promise.catch(async (error) => (await import('./kit.js')).raise(error))
	});
	return import.meta.env?.SSR && rendering() ? unwatched(made) : made;
}

/**
 * Have no rejection end the process, and with it everybody's pages, before the page that has made the
 * call comes to look at it. SvelteKit's own `fetch` does the same.
 */
function unwatched<T>(made: Call<T>): Call<T> {
	const { orError } = made;
	const watched = <P extends Promise<unknown>>(promise: P): P => {
		promise.catch(() => {});
		return promise;
	};
	return Object.assign(watched(made), { orError: () => watched(orError()) });
}

/** The caller's signal, aborted after the timeout too. Reading the answer ends the request. */
function limited({ signal, timeout }: Operation['options']): AbortSignal | undefined {
	// A timer for 2^31 ms or longer would go off at once.
	if (!timeout || timeout > 2e9) return signal;
	const controller = new AbortController();
	const follow = (source: AbortSignal | undefined): void =>
		source?.aborted
			? controller.abort(source.reason)
			: source?.addEventListener('abort', () => follow(source), controller);
	follow(signal);
	follow(AbortSignal.timeout(timeout | 0));
	return controller.signal;
}
