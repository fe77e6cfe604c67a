/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { ApiError } from './errors.js';
import type { RequestEvent } from './kit.js';
/** What `fetch` is here: SvelteKit's own, `globalThis.fetch`, or a function of yours. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;
/** Headers of a request. */
export type HeaderValues =
	| Headers
	| [name: string, value: string][]
	| {
			readonly [name: string]: string;
	  };
/** What every call accepts beside its own optional parameters. */
export interface CallOptions {
	/** Sends the request; in a universal `load`, the `fetch` that it was given. */
	fetch?: Fetch | undefined;
	/** Ends the call, its response and its stream when aborted. */
	signal?: AbortSignal | undefined;
	/** Added to the request, over the configured ones; a function is asked before each attempt. */
	headers?: HeaderValues | (() => HeaderValues | Promise<HeaderValues>) | undefined;
	/** Where the app is, instead of the configured place. */
	baseUrl?: string | undefined;
	/** Milliseconds after which the call fails, reading the answer included. */
	timeout?: number | undefined;
}
/** What the URL of an operation can be given beside its parameters. */
export interface UrlOptions {
	/** Where the app is, instead of the configured place. */
	baseUrl?: string | undefined;
}
/** Settings for all calls; see `configure`. */
export interface Configuration {
	/** Where the app is, instead of behind the generated prefix. */
	baseUrl?: string | undefined;
	/**
	 * Headers for every request, as a value or a function that is asked before each request.
	 *
	 * On a server only a function is allowed. It gets the event of the request that is being
	 * answered, so that the token of one user can never serve another; `event` is undefined in the
	 * browser and outside of a request.
	 */
	headers?:
		| HeaderValues
		| ((
				event: RequestEvent | undefined
		  ) => HeaderValues | undefined | Promise<HeaderValues | undefined>)
		| undefined;
	/** Sends every request that is given no `fetch` of its own. */
	fetch?: Fetch | undefined;
	/**
	 * Called with the error of every failed call, before the call rejects.
	 *
	 * `retry` sends the request once more, its headers asked for again. If the hook returns a
	 * `Response`, that takes the place of the failed one:
	 *
	 *     onError: async (error, retry) => {
	 *       if (error.status === 401 && (await refreshToken())) return retry();
	 *     }
	 */
	onError?:
		| ((
				error: ApiError,
				retry: () => Promise<Response>
		  ) => Response | undefined | void | Promise<Response | undefined | void>)
		| undefined;
}
/**
 * A request that has been started: a promise of its data, and other ways to take the answer.
 *
 * `T` is the data; `E` the JSON body of each declared error, by status.
 */
export interface Call<T, E = {}> extends Promise<T> {
	/** Never rejects: success and failure as one value, told apart by `success` and `status`. */
	result(): Promise<ApiResult<T, E>>;
	/**
	 * The response as it came, whatever its status, its body unread if this is called at once.
	 * The call's own data are then not read. Rejects only where there was no response.
	 */
	response(): Promise<Response>;
	/**
	 * The data, or SvelteKit's own error with the backend's status: for `load`, where every other
	 * error is shown as "500 Internal Error". Outside SvelteKit it rejects like the call itself.
	 */
	orError(): Promise<T>;
}
/** Outcome of a call, from `.result()`. */
export type ApiResult<T, E = {}> = ApiSuccess<T> | ApiFailure<E>;
/** The outcome of a call that went well. */
export interface ApiSuccess<T> {
	success: true;
	status: SuccessStatus;
	data: T;
	response: Response;
}
/** The outcome of a call that failed: one form for each declared status, and one for all others. */
export type ApiFailure<E = {}> =
	| {
			[S in keyof E & HttpStatus]: Failure<S, E[S]>;
	  }[keyof E & HttpStatus]
	| Failure<Exclude<HttpStatus, keyof E | SuccessStatus>, unknown>
	| Failure<0, undefined>;
interface Failure<S extends number, B> {
	success: false;
	/** The HTTP status; 0 where there was no usable answer: `error.cause` says why. */
	status: S;
	/** What the call itself rejects with. */
	error: ApiError<S, B> & {
		readonly response: S extends 0 ? Response | undefined : Response;
	};
}
type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | 304;
/** Every status in IANA's registry that a response can end with. */
export type HttpStatus =
	| SuccessStatus
	| (300 | 301 | 302 | 303 | 305 | 307 | 308)
	| (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414)
	| (415 | 416 | 417 | 418 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451)
	| (500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511);
/** FastAPI's answer to a request that doesn't validate: the body of status 422. */
export interface HTTPValidationError {
	detail: ValidationError[];
}
/** One reason why a request doesn't validate. */
export interface ValidationError {
	/** Path to the value: `['body', 'user', 'email']`. */
	loc: (string | number)[];
	/** For people. */
	msg: string;
	/** For programs: `'missing'`, `'string_too_short'`. */
	type: string;
	input?: unknown;
	ctx?: {
		[name: string]: unknown;
	};
}
/**
 * Well-known formats by name. Each is what JSON carries: a string, or a number where Python sends
 * one (`FluidTypes.Duration<number>`).
 */
export declare namespace FluidTypes {
	type Wire = string | number;
	/** `3fa85f64-5717-4562-b3fc-2c963f66afa6` */
	type UUID<W extends Wire = string> = W;
	/** ISO 8601: `2026-01-31T12:00:00Z` */
	type DateTime<W extends Wire = string> = W;
	/** ISO 8601: `2026-01-31` */
	type Date<W extends Wire = string> = W;
	/** ISO 8601: `12:00:00` */
	type Time<W extends Wire = string> = W;
	/** ISO 8601: `PT90S`; as a number, seconds. */
	type Duration<W extends Wire = string> = W;
	/** Python's `Decimal`: `1.10`. */
	type Decimal<W extends Wire = string> = W;
	type Email<W extends Wire = string> = W;
	type Url<W extends Wire = string> = W;
	type IPv4<W extends Wire = string> = W;
	type IPv6<W extends Wire = string> = W;
	/** `192.168.0.0/24` */
	type IPNetwork<W extends Wire = string> = W;
	type Base64<W extends Wire = string> = W;
	/** Bytes, as text. */
	type Binary<W extends Wire = string> = W;
	/** A path in the server's file system. */
	type Path<W extends Wire = string> = W;
	/** Received masked: `**********`. */
	type Secret<W extends Wire = string> = W;
	/** JSON, as text. */
	type JsonString<W extends Wire = string> = W;
}
export {};
