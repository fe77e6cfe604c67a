/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// How a call meets SvelteKit. Beside it only kit-server.js, cookies.js and proxy.js know SvelteKit.
/** Reject with SvelteKit's own error, of the same status. */
export async function raise(failure) {
	const { error, isHttpError, isRedirect } = await import('@sveltejs/kit');
	const { status, detail, body, response, cause } = failure;
	if (isHttpError(cause) || isRedirect(cause)) throw cause; // from the `onError` hook
	// What SvelteKit's error tells is for visitors, and SvelteKit logs none that was raised on purpose.
	if (!status && cause?.name !== 'AbortError') console.error(failure);
	// HTML of a proxy is no message for people.
	const told = typeof detail === 'string' && body !== detail;
	const message = told ? detail : response?.statusText || `Error ${status || 503}`;
	// No answer came; anything else below 400 is no error to SvelteKit.
	const code = status < 400 ? 503 : status;
	const more = status ? { detail } : {};
	// SvelteKit 3 takes a third argument, and deprecates what SvelteKit 2 needs.
	if (error.length > 2) return error(code, message, more);
	return error(code, { message, ...more });
}
