/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

/**
 * A call that failed.
 *
 * Where there was no usable answer, `status` is 0 and `cause` says why: fetch's own TypeError, the
 * AbortError or TimeoutError of a signal, a SyntaxError, or what is wrong with the arguments.
 */
export declare class ApiError<Status extends number = number, Body = unknown> extends Error {
	/** The HTTP status; 0 where there was no usable answer. */
	readonly status: Status;
	/** The response, its body read; undefined where there was none. */
	readonly response: Response | undefined;
	/** The body of the response: parsed JSON, or text where it isn't JSON. */
	readonly body: Body;
	/** FastAPI's `detail` where the body has one, else the body. */
	readonly detail: Body extends {
		detail: infer Detail;
	}
		? Detail
		: Body;
	/** `operation` is for people: "GET /users/{id}". */
	constructor(operation: string, cause: unknown, response?: Response, body?: Body);
}
/** Statuses after which a later attempt may do better; 0: there was no answer. */
export declare const passing: RegExp;
/** Read the error that a response is. */
export declare function failure(operation: string, response: Response): Promise<ApiError>;
