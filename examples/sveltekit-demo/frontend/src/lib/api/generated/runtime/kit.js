/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// How a call meets SvelteKit. With kit-server.js, the only file that knows it.
/** Reject with SvelteKit's own error, of the same status. */
export async function raise(failure) {
	const { error, isHttpError, isRedirect } = await import('@sveltejs/kit');
	const { status, detail, body, response, cause } = failure;
	if (isHttpError(cause) || isRedirect(cause)) throw cause; // from the `onError` hook
	// HTML of a proxy is no message for people.
	const told = typeof detail === 'string' && body !== detail;
	const message = told ? detail : response?.statusText || `Error ${status || 503}`;
	// 503: no answer came. Anything else below 400 is no error to SvelteKit.
	return error(status < 400 ? 503 : status, status ? { message, detail } : { message });
}
