/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { CallOptions, Configuration, HeaderValues } from './types.js';
/** A request in the making. */
export interface Draft {
	path: string;
	/** With the question mark, or empty. */
	query: string;
	init: RequestInit & {
		headers: Headers;
		duplex?: 'half';
	};
}
/** Writes one parameter into a request. Throws a TypeError if the value can't be sent. */
export type Codec = (draft: Draft, value: unknown) => void;
/** One call of an operation. */
export interface Operation {
	/** For people: "GET /users/{id}". */
	readonly name: string;
	/** The options that the caller gave. */
	readonly options: CallOptions;
	/** The URL as the browser sees it. Throws a TypeError if the arguments can't be sent. */
	url(): string;
	/**
	 * Send the request once. May be called again: configuration and headers are then asked again.
	 *
	 * Resolves to the response, whatever its status; rejects with an ApiError of status 0.
	 */
	send(init: SendInit): Promise<Response>;
}
/** What one sending adds to a request. */
export interface SendInit {
	/** Ends the request and its response. The caller of `send` owns it. */
	signal: AbortSignal | undefined;
	headers?: HeaderValues;
	cache?: RequestCache;
	/** On a server: called when the visitor whose request is being answered has left. */
	leave?: (reason: unknown) => void;
}
/** What an operation's function is: callable, and able to say where it would go. */
export type OperationFunction<R> = ((...args: unknown[]) => R) & {
	url(...args: unknown[]): string;
};
/** What `configure` has set. */
export declare const configuration: Configuration & {
	/**
	 * Sends, and may do something about what fails: see `configure`. `again` says that the caller
	 * itself tries again after what may pass.
	 */
	attend(name: string, attempt: () => Promise<Response>, again?: boolean): Promise<Response>;
};
/**
 * Make the function of an operation. It takes the required parameters, then one object with the
 * optional ones and the call's options. What it does stands in its properties, for `hot`.
 */
export declare function define<R>(
	method: string,
	path: string,
	required: readonly Codec[] | undefined,
	optional:
		| {
				readonly [name: string]: Codec;
		  }
		| undefined,
	run: (operation: Operation) => R
): OperationFunction<R>;
/** Write JSON, and refuse what JSON would silently change. */
export declare function toJson(value: unknown): string;
/** Refuse to send a request, because of the value that `name` has. */
export declare function refuse(name: string, value?: unknown): never;
