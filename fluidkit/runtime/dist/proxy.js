/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// SvelteKit's route to the app: a `+server.ts` re-exports all of this and nothing else.
import { resolve } from '$app/paths';
import { routes } from '../routes.js';
import { prefix, proxyAll } from '../settings.js';
import { readCookie, requoted } from './cookies.js';
import { forward, HOPS } from './forward.js';
import { allowing } from './routing.js';
import { backend } from './host.js';
import { variables } from './kit-server.js';
const allows = proxyAll ? () => true : /* @__PURE__ */ allowing(routes);
/** Answer any request below the route from the app. */
const handle = async (event) => {
	// SvelteKit tells its base path only relative to the page that is being rendered.
	const base = new URL(resolve('/'), event.url).pathname.replace(/\/$/, '');
	const way = { backend: backend(variables(event)), prefix: base + prefix, allows };
	if (!event.isSubRequest) return forward(event, way);
	const { headers } = event.request;
	const cookies = headers.get('cookie');
	if (cookies) headers.set('cookie', requoted(cookies));
	const again = event.request.clone();
	const response = await forward(event, way);
	cleanCookies(event, response);
	return followed(event, again, response);
};
/** Leave what SvelteKit can set: it reads the cookies of its own routes into those of the page. */
function cleanCookies({ cookies, url }, { headers }) {
	const lines = headers.getSetCookie();
	headers.delete('set-cookie');
	const path = url.pathname.replace(/\/[^/]*$/, '') || '/';
	for (const line of lines) {
		const cookie = readCookie(line, path, cookies);
		if (cookie) headers.append('set-cookie', cookies.serialize(...cookie));
	}
}
/**
 * Follow a redirect as a browser would, for a page that is rendered: SvelteKit's `fetch` doesn't, and
 * what a `load` has fetched is found again in the browser under the URL that was asked for.
 */
async function followed(event, request, response) {
	const location = /^30[12378]$/.test(`${response.status}`) && response.headers.get('location');
	const hops = Number(request.headers.get(HOPS)) + 1;
	if (!location || hops > 20) return response;
	response.body?.cancel().catch(() => {});
	const url = new URL(location, event.url);
	const same = url.origin === event.url.origin;
	for (const line of response.headers.getSetCookie()) {
		event.cookies.set(...readCookie(line, '/', event.cookies));
	}
	const init = redirected(request, response.status, same);
	if (same) init.headers.set(HOPS, `${hops}`);
	const answer = await event.fetch(url, init);
	const headers = new Headers(answer.headers);
	// Not for this site: SvelteKit would take them for its own.
	if (!same) headers.delete('set-cookie');
	const { status, statusText, body } = answer;
	return new Response(body, { status, statusText, headers });
}
/** What a browser sends after a redirect: https://fetch.spec.whatwg.org/#http-redirect-fetch */
function redirected(request, status, same) {
	const headers = new Headers(request.headers);
	headers.delete(HOPS);
	// SvelteKit adds the cookies anew, with those that the redirect has set.
	headers.delete('cookie');
	if (!same) headers.delete('authorization');
	const { method, signal } = request;
	const keeps = method === 'GET' || method === 'HEAD';
	if (keeps || status > 303 || (status !== 303 && method !== 'POST')) {
		return { method, signal, headers, body: request.body, duplex: 'half' };
	}
	headers.delete('content-type');
	return { method: 'GET', signal, headers };
}
export {
	handle as GET,
	handle as POST,
	handle as PUT,
	handle as PATCH,
	handle as DELETE,
	handle as OPTIONS,
	handle as HEAD,
	// PURGE, REPORT and the like.
	handle as fallback
};
export const prerender = false;
export const trailingSlash = 'ignore';
