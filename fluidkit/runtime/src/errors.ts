// What a call rejects with.

/**
 * A call that failed.
 *
 * Where there was no usable answer, `status` is 0 and `cause` says why: fetch's own TypeError, the
 * AbortError or TimeoutError of a signal, a SyntaxError, or what is wrong with the arguments.
 */
export class ApiError<Status extends number = number, Body = unknown> extends Error {
	/** The HTTP status; 0 where there was no usable answer. */
	declare readonly status: Status;
	/** The response, its body read; undefined where there was none. */
	declare readonly response: Response | undefined;
	/** The body of the response: parsed JSON, or text where it isn't JSON. */
	declare readonly body: Body;
	/** FastAPI's `detail` where the body has one, else the body. */
	declare readonly detail: Body extends { detail: infer Detail } ? Detail : Body;

	/** `operation` is for people: "GET /users/{id}". */
	constructor(operation: string, cause: unknown, response?: Response, body?: Body) {
		const status = !cause && response ? response.status : 0;
		const detail = (body as any)?.detail ?? body;
		// Only text: the entries of a validation error repeat what was sent, passwords too.
		super(`${operation}: ${cause ?? status + (detail?.trim ? ' ' + detail : '')}`, { cause });
		Object.assign(this, { name: 'ApiError', status, response, body, detail });
	}
}

/** Statuses after which a later attempt may do better; 0: there was no answer. */
export const passing = /^(0|408|425|429|5)/;

/** Read the error that a response is. */
export async function failure(operation: string, response: Response): Promise<ApiError> {
	let body: any = '';
	try {
		body = await response.text();
		body = JSON.parse(body);
	} catch {
		// HTML of a proxy, nothing, or a body that breaks.
	}
	return new ApiError(operation, undefined, response, body);
}
