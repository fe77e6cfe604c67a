/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// From a call's arguments to a response: what all kinds of operations share.
import { prefix } from '../settings.js';
import { ApiError } from './errors.js';
import { located, node } from './host.js';
/** What `configure` has set. */
export const configuration = { attend: (_, attempt) => attempt() };
/**
 * Make the function of an operation. It takes the required parameters, then one object with the
 * optional ones and the call's options. What it does stands in its properties, for `hot`.
 */
/* @__NO_SIDE_EFFECTS__ */
export function define(method, path, required = [], optional = {}, run) {
	const name = method + ' ' + path;
	const open = (args) => {
		// Without a prototype: an optional parameter may be called `constructor`.
		const options = { __proto__: null, ...args[required.length] };
		const draft = () => {
			const made = {
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
				if (options[key] !== undefined) optional[key](made, options[key]);
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
	const wrapper = (...args) => wrapper.run(args);
	wrapper.run = (args) => run(open(args));
	wrapper.url = (...args) => open(args).url();
	return wrapper;
}
async function send(draft, options, init) {
	const made = draft();
	// In Vite's build for browsers this is false, and all that hangs on it is dropped.
	if (import.meta.env?.SSR || (!import.meta.env?.PROD && node())) {
		options = await located(options, configuration);
		if (init.leave) follow(options.event?.request.signal, init.leave, init.signal);
	}
	const headers = {};
	for (const source of [configuration.headers, made.init.headers, options.headers, init.headers]) {
		new Headers(typeof source === 'function' ? await source(options.event) : source).forEach(
			(value, key) => (headers[key] = value)
		);
	}
	return (options.fetch ?? configuration.fetch ?? fetch)(address(options, made), {
		...made.init,
		...init,
		headers
	});
}
/** Tell when the visitor leaves, for as long as the request lasts. */
function follow(visitor, leave, signal) {
	const left = () => leave(visitor.reason);
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
const address = (options, draft) =>
	(
		options.baseUrl ??
		configuration.baseUrl ??
		(typeof __SVELTEKIT_PATHS_BASE__ === 'string' ? __SVELTEKIT_PATHS_BASE__ : '') + prefix
	).replace(/\/*([?#].*)?$/, '') +
	draft.path +
	draft.query;
/** Write JSON, and refuse what JSON would silently change. */
export function toJson(value) {
	const text = JSON.stringify(value, (key, item) =>
		(typeof item === 'number' && !isFinite(item)) || item instanceof Blob ? refuse(key, item) : item
	);
	return text ?? refuse('body');
}
/** Refuse to send a request, because of the value that `name` has. */
export function refuse(name, value) {
	throw new TypeError(`${name}: can't send ${value}`);
}
