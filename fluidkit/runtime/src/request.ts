// From a call's arguments to a response: what all kinds of operations share.

import { prefix } from '../settings.js';
import { ApiError } from './errors.js';
import { type Located, located, node } from './host.js';
import type { CallOptions, Configuration, HeaderValues, UrlOptions } from './types.js';

/** A request in the making. */
export interface Draft {
	path: string;
	/** With the question mark, or empty. */
	query: string;
	init: RequestInit & { headers: Headers; duplex?: 'half' };
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
export const configuration: Configuration & {
	/**
	 * Sends, and may do something about what fails: see `configure`. `again` says that the caller
	 * itself tries again after what may pass.
	 */
	attend(name: string, attempt: () => Promise<Response>, again?: boolean): Promise<Response>;
} = { attend: (_, attempt) => attempt() };

/**
 * Make the function of an operation. It takes the required parameters, then one object with the
 * optional ones and the call's options. What it does stands in its properties, for `hot`.
 */
/* @__NO_SIDE_EFFECTS__ */
export function define<R>(
	method: string,
	path: string,
	required: readonly Codec[] = [],
	optional: { readonly [name: string]: Codec } = {},
	run: (operation: Operation) => R
): OperationFunction<R> {
	const name = method + ' ' + path;
	const open = (args: any[]): Operation => {
		// Without a prototype: an optional parameter may be called `constructor`.
		const options = { __proto__: null, ...args[required.length] };
		const draft = (): Draft => {
			const made: Draft = {
				path,
				query: '',
				init: {
					method,
					// Without a type, FastAPI and SvelteKit refuse what a form could have sent as well.
					headers: new Headers(method === 'GET' ? {} : { 'content-type': 'application/json' })
				}
			};
			required.forEach((codec, index) => codec(made, args[index]));
			for (const key in optional) {
				if (options[key] !== undefined) optional[key]!(made, options[key]);
			}
			return made;
		};
		return {
			name,
			options,
			url: () => address(options, draft()),
			send: (init) =>
				send(draft, options, init).catch((cause) => {
					throw new ApiError(name, cause);
				})
		};
	};
	const wrapper = (...args: any[]): R => wrapper.run(args);
	wrapper.run = (args: any[]): R => run(open(args));
	wrapper.url = (...args: any[]): string => open(args).url();
	return wrapper;
}

async function send(draft: () => Draft, options: Located, init: SendInit): Promise<Response> {
	const made = draft();
	// In Vite's build for browsers this is false, and all that hangs on it is dropped.
	if (import.meta.env?.SSR || (!import.meta.env?.PROD && node())) {
		options = await located(options, configuration);
		if (init.leave) follow(options.event?.request.signal, init.leave, init.signal!);
	}
	const headers: { [name: string]: string } = {};
	for (const source of [configuration.headers, made.init.headers, options.headers, init.headers]) {
		new Headers(
			(typeof source === 'function' ? await source(options.event!) : source) as HeadersInit
		).forEach((value, key) => (headers[key] = value));
	}
	return (options.fetch ?? configuration.fetch ?? fetch)(address(options, made), {
		...made.init,
		...init,
		headers
	} as RequestInit);
}

/** Tell when the visitor leaves, for as long as the request lasts. */
function follow(
	visitor: AbortSignal | undefined,
	leave: (reason: unknown) => void,
	signal: AbortSignal
): void {
	const left = (): void => leave(visitor!.reason);
	visitor?.addEventListener('abort', left, { signal });
	if (visitor?.aborted) left();
}

/**
 * Put a path behind its base, of which neither query nor fragment is kept.
 *
 * A path never starts with two slashes here, which would name a host: see `rest`. SvelteKit's own base
 * path is what its Vite plugin puts there: `$app/paths` is nothing that plain Node can import, and on
 * a server it tells the path relative to the page that is rendered.
 */
const address = (options: UrlOptions, draft: Draft): string =>
	(
		options.baseUrl ??
		configuration.baseUrl ??
		(typeof __SVELTEKIT_PATHS_BASE__ === 'string' ? __SVELTEKIT_PATHS_BASE__ : '') + prefix
	).replace(/\/*([?#].*)?$/, '') +
	draft.path +
	draft.query;

/** Write JSON, and refuse what JSON would silently change. */
export function toJson(value: unknown): string {
	const text = JSON.stringify(value, (key, item) =>
		(typeof item === 'number' && !isFinite(item)) || item instanceof Blob ? refuse(key, item) : item
	);
	return text ?? refuse('body');
}

/** Refuse to send a request, because of the value that `name` has. */
export function refuse(name: string, value?: unknown): never {
	throw new TypeError(`${name}: can't send ${value}`);
}
