/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// What a call rejects with.
/**
 * A call that failed.
 *
 * Where there was no usable answer, `status` is 0 and `cause` says why: fetch's own TypeError, the
 * AbortError or TimeoutError of a signal, a SyntaxError, or what is wrong with the arguments.
 */
export class ApiError extends Error {
	/** `operation` is for people: "GET /users/{id}". */
	constructor(operation, cause, response, body) {
		const status = !cause && response ? response.status : 0;
		const detail = body?.detail ?? body;
		// Only text: the entries of a validation error repeat what was sent, passwords too.
		super(`${operation}: ${cause ?? status + (detail?.trim ? ' ' + detail : '')}`, { cause });
		Object.assign(this, { name: 'ApiError', status, response, body, detail });
	}
}
/** Statuses after which a later attempt may do better; 0: there was no answer. */
export const passing = /^(0|408|425|429|5)/;
/** Read the error that a response is. */
export async function failure(operation, response) {
	let body = '';
	try {
		body = await response.text();
		body = JSON.parse(body);
	} catch {
		// HTML of a proxy, nothing, or a body that breaks.
	}
	return new ApiError(operation, undefined, response, body);
}
