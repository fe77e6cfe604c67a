/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// Where a call goes while SvelteKit renders a page or answers a request.
import { proxy } from '../settings.js';
import { readCookie } from './cookies.js';
import { backend, direct } from './host.js';
/** Complete what a caller wants by how a call leaves the server. */
export async function located(options, configuration) {
	const event = await requestEvent();
	if (!event) return direct(options, configuration);
	const baseUrl = options.baseUrl ?? configuration.baseUrl;
	const given = options.fetch ?? configuration.fetch;
	const passed = given && given !== event.fetch ? withWholeBody(given) : given;
	if (baseUrl !== undefined) return { ...options, baseUrl, fetch: passed ?? event.fetch, event };
	const building = isPrerendering(event);
	if (proxy && !building) return { ...options, fetch: passed ?? event.fetch, event };
	return {
		...options,
		baseUrl: backend(variables(event)),
		// While prerendering SvelteKit refuses its own routes, and to `load` other origins as well.
		fetch: withCookies(event, (building ? undefined : passed) ?? event.fetch),
		event
	};
}
/** The `fetch` of a universal `load` notes each body for the page, and takes text or bytes alone. */
const withWholeBody = (fetch) => async (url, init) => {
	const { body } = init ?? {};
	if (!body || typeof body === 'string') return fetch(url, init);
	const whole = new Response(body);
	const headers = new Headers(init.headers);
	// A form's, with its boundary.
	const type = whole.headers.get('content-type');
	if (type && !headers.has('content-type')) headers.set('content-type', type);
	return fetch(url, { ...init, headers, body: new Uint8Array(await whole.arrayBuffer()) });
};
/** There is no client then, and SvelteKit says so. */
function isPrerendering(event) {
	try {
		event.getClientAddress();
		return false;
	} catch (error) {
		return /prerender/.test(String(error));
	}
}
/** What SvelteKit does for its own routes: the user's cookies go along, and new ones come back. */
const withCookies = (event, fetch) => async (url, init) => {
	const headers = new Headers(init?.headers);
	const cookies = [cookiesOf(event), headers.get('cookie')].filter(Boolean).join('; ');
	if (cookies) headers.set('cookie', await asSent(event, url, cookies));
	const response = await fetch(url, { ...init, headers });
	returnCookies(event, response);
	return response;
};
/**
 * What SvelteKit has to be given for these cookies to arrive: of those for the page's own host or one
 * below it, SvelteKit 2 takes the quotes off.
 */
async function asSent(event, url, cookies) {
	const isOwn = `.${new URL(url).hostname}`.endsWith(`.${event.url.hostname}`);
	// Asked here as well, so that a build for the browser drops the import.
	if (import.meta.env?.SSR && isOwn && cookies.includes('="')) {
		const { error } = await import('@sveltejs/kit');
		// SvelteKit 3 takes a third argument.
		if (error.length < 3) return cookies.replace(/(^|; )([^=;]*)=("[^;]*)/g, '$1$2="$3"');
	}
	return cookies;
}
async function requestEvent() {
	// The condition stands around the import itself, so that a build for the browser drops it.
	if (import.meta.env?.SSR) {
		try {
			return (await import('$app/server')).getRequestEvent();
		} catch {
			// Outside of a request: start-up code, a timer.
		}
	}
	return undefined;
}
/** Those of a platform that keeps its environment to itself: Cloudflare. */
export const variables = ({ platform }) => platform?.env ?? {};
/** The request's own cookies, byte for byte, and those that this request has set since. */
function cookiesOf(event) {
	const sent = new Map();
	for (const pair of (event.request.headers.get('cookie') ?? '').split(/; */)) {
		const [name, ...value] = pair.split('=');
		if (name) sent.set(name, value.join('='));
	}
	for (const { name, value } of event.cookies.getAll()) {
		if (!sent.has(name) || decoded(sent.get(name)) !== value) {
			sent.set(name, encodeURIComponent(value));
		}
	}
	return [...sent].map(([name, value]) => `${name}=${value}`).join('; ');
}
function decoded(value) {
	try {
		return decodeURIComponent(value.replace(/^"(.*)"$/, '$1'));
	} catch {
		return value;
	}
}
/** Hand the backend's cookies on to the browser: SvelteKit does so only for its own routes. */
function returnCookies({ cookies }, response) {
	// In a universal `load` SvelteKit 3 refuses `getSetCookie`.
	for (const [header, line] of response.headers) {
		const cookie = header === 'set-cookie' && readCookie(line, '/', cookies);
		if (!cookie) continue;
		const [name, value, options] = cookie;
		try {
			// The domain would be the backend's, which the browser never sees.
			cookies.set(name, value, { ...options, domain: undefined });
		} catch {
			// The page is being sent already: its headers are gone.
		}
	}
}
