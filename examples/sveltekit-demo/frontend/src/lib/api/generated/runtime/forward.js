/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// The way from the browser through SvelteKit to the app: one request forwarded, one answer returned.
//
// What leaves here goes to the configured backend and nowhere else, on a path that the browser has
// written and nobody has changed.
/** Forward a request to the app, and return its answer as it arrives. */
export async function forward(event, way) {
	const { request } = event;
	if (isForged(event)) return refusal(403, 'Cross-site requests are forbidden');
	if (!/^https?:\/\//i.test(way.backend)) {
		const written = JSON.stringify(way.backend);
		console.error(
			`FluidKit: the backend's URL has to begin with http:// or https://, unlike ${written}`
		);
		return refusal(502, UNREACHABLE);
	}
	const target = targetOf(event.url, way);
	if (typeof target === 'number') {
		return refusal(target, target === 404 ? 'Not Found' : 'The path can be read in two ways');
	}
	if (!way.allows(request.method, decodeURIComponent(pathBehind(event.url, way)))) {
		return refusal(404, 'Not Found');
	}
	if (request.headers.get('via')?.includes(VIA)) {
		return refusal(508, 'The backend URL leads back to the front end');
	}
	return answer(event, way, target);
}
const UNREACHABLE = 'The backend could not be reached';
const VIA = '1.1 fluidkit';
/** Counts the redirects that were followed for a page that is rendered. Ends here. */
export const HOPS = 'x-fluidkit-redirects';
async function answer(event, way, target) {
	const { request } = event;
	const controller = new AbortController();
	const abort = () => controller.abort();
	request.signal.addEventListener('abort', abort, { signal: controller.signal });
	if (request.signal.aborted) abort();
	const ask = () =>
		fetch(target, {
			method: request.method,
			headers: outgoing(event, way),
			body: request.body,
			duplex: 'half',
			redirect: 'manual',
			signal: controller.signal
		});
	try {
		const response = await ask().catch((error) => {
			if (isRepeatable(request) && isClosed(error)) return ask();
			throw error;
		});
		return returned(request, response, way, target, controller);
	} catch (error) {
		return failed(error, controller.signal);
	}
}
/** https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2, and there is no body that has gone. */
const isRepeatable = ({ method }) => method === 'GET' || method === 'HEAD';
/** Whether the app has closed the connection instead of answering, as a worker does that goes. */
const isClosed = ({ cause }) => cause?.code === 'UND_ERR_SOCKET' || cause?.code === 'ECONNRESET';
// --- Who may send ---------------------------------------------------------------------------------
/**
 * Whether another site sends this in the user's name.
 *
 * SvelteKit checks only what a form could send; the app may take a body for JSON whatever its type.
 * https://web.dev/articles/fetch-metadata
 */
function isForged({ request, url }) {
	if (/^(GET|HEAD|OPTIONS)$/.test(request.method)) return false;
	const site = request.headers.get('sec-fetch-site');
	if (site) return site !== 'same-origin' && site !== 'none';
	// Without either header it is no browser that sends this, so no cookies come by themselves.
	const origin = request.headers.get('origin');
	return origin !== null && origin !== url.origin;
}
// --- Where it goes --------------------------------------------------------------------------------
/** The path behind the prefix, as it was written; undefined: not below the prefix. */
function pathBehind({ pathname }, { prefix }) {
	return pathname.startsWith(prefix + '/') ? pathname.slice(prefix.length) : undefined;
}
/** The URL to fetch, or the status of the refusal. */
function targetOf(url, way) {
	const behind = pathBehind(url, way);
	if (behind === undefined) return 404;
	if (isAmbiguous(behind)) return 400;
	const { origin, pathname } = new URL(way.backend);
	const path = pathname.replace(/\/+$/, '') + behind;
	const target = new URL(origin);
	// No path that is set changes the host; one that is changed itself, by its dot segments, isn't
	// the one that was checked.
	target.pathname = path;
	target.search = url.search;
	return target.pathname === path ? target : 400;
}
/** Whether servers disagree on what a path means: encoded slashes, control characters, half codes. */
function isAmbiguous(path) {
	if (/%(2f|5c|[01][\da-f]|7f)/i.test(path)) return true;
	try {
		decodeURIComponent(path);
		return false;
	} catch {
		return true;
	}
}
// --- What goes ------------------------------------------------------------------------------------
/** https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1, and what its predecessors listed. */
const HOP_BY_HOP = [
	'connection',
	'keep-alive',
	'proxy-authenticate',
	'proxy-authorization',
	'proxy-connection',
	'te',
	'trailer',
	'transfer-encoding',
	'upgrade'
];
function withoutHops(headers) {
	const kept = new Headers(headers);
	const listed = (headers.get('connection') ?? '').split(',').map((name) => name.trim());
	for (const name of [...HOP_BY_HOP, ...listed]) {
		if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) kept.delete(name);
	}
	return kept;
}
function outgoing(event, { prefix }) {
	const headers = withoutHops(event.request.headers);
	for (const name of [...headers.keys()]) {
		// Only this server knows these; a client could write anything.
		if (name.startsWith('x-forwarded-')) headers.delete(name);
	}
	for (const name of ['host', 'content-length', 'expect', 'forwarded', 'x-real-ip', HOPS]) {
		headers.delete(name);
	}
	const address = addressOf(event);
	if (address) headers.set('x-forwarded-for', address);
	headers.set('x-forwarded-host', event.url.host);
	headers.set('x-forwarded-proto', event.url.protocol.slice(0, -1));
	if (prefix) headers.set('x-forwarded-prefix', prefix);
	headers.append('via', VIA);
	// `fetch` would decode the answer: it travels as it is.
	headers.set('accept-encoding', 'identity');
	return headers;
}
function addressOf(event) {
	try {
		return event.getClientAddress();
	} catch {
		return undefined; // Some adapters don't know it.
	}
}
// --- What comes back ------------------------------------------------------------------------------
function returned({ method }, response, way, target, controller) {
	const headers = withoutHops(response.headers);
	if (headers.has('content-encoding')) {
		// `fetch` has decoded the body.
		headers.delete('content-encoding');
		headers.delete('content-length');
	}
	const location = headers.get('location');
	if (location !== null) headers.set('location', locationFor(location, way, target));
	const { status, statusText, body } = response;
	if (!body || method === 'HEAD') {
		controller.abort();
		return new Response(null, { status, statusText, headers });
	}
	return new Response(passing(body, controller), { status, statusText, headers });
}
/** A place in the app is one below the prefix for the browser; any other is left as it is. */
function locationFor(location, way, target) {
	const place = URL.canParse(location, target) && new URL(location, target);
	if (!place || place.origin !== target.origin) return location;
	const start = new URL(way.backend).pathname.replace(/\/+$/, '');
	const inside = place.pathname === start || place.pathname.startsWith(start + '/');
	const path = inside ? place.pathname.slice(start.length) : place.pathname;
	// Two slashes in front would name a host.
	return (way.prefix + path).replace(/^\/(?=\/)/, '/.') + place.search + place.hash;
}
/** The body, chunk by chunk as the browser takes it; its leaving ends the app's generator. */
function passing(body, controller) {
	const reader = body.getReader();
	return new ReadableStream({
		async pull(stream) {
			try {
				const { done, value } = await reader.read();
				if (!done) return stream.enqueue(value);
				stream.close();
			} catch (error) {
				stream.error(error);
			}
			controller.abort();
		},
		cancel: () => controller.abort()
	});
}
function failed(error, signal) {
	for (let cause = error; cause; cause = cause.cause) {
		// adapter-node's, while the body is read.
		if (cause.status === 413) {
			return refusal(
				413,
				"The body is too large for the front end's server: set BODY_SIZE_LIMIT, as adapter-node takes 512K by default"
			);
		}
	}
	if (signal.aborted) return refusal(499, 'The client has left');
	console.error('FluidKit: the backend could not be reached:', error);
	return refusal(502, UNREACHABLE);
}
/** An error in FastAPI's form. */
const refusal = (status, detail) => Response.json({ detail }, { status });
