// SvelteKit's route to the app: a `+server.ts` re-exports all of this and nothing else.

import { resolve } from '$app/paths';
import type { RequestEvent } from '@sveltejs/kit';
import { routes } from '../routes.js';
import { prefix, proxyAll } from '../settings.js';
import { readCookie } from './cookies.js';
import { forward } from './forward.js';
import { allowing } from './routing.js';
import { backend } from './host.js';

const allows = proxyAll ? () => true : /* @__PURE__ */ allowing(routes);

/** Answer any request below the route from the app. */
const handle = async (event: RequestEvent): Promise<Response> => {
	// SvelteKit tells its base path only relative to the page that is being rendered.
	const base = new URL(resolve('/'), event.url).pathname.replace(/\/$/, '');
	const { env } = (event.platform ?? {}) as { env?: { FLUIDKIT_URL?: string } };
	const way = { backend: backend(env?.FLUIDKIT_URL), prefix: base + prefix, allows };
	const response = await forward(event, way);
	if (event.isSubRequest) cleanCookies(event, response);
	return response;
};

/** Leave what SvelteKit can set: it reads the cookies of its own routes into those of the page. */
function cleanCookies({ cookies, url }: RequestEvent, { headers }: Response): void {
	const lines = headers.getSetCookie();
	headers.delete('set-cookie');
	const path = url.pathname.replace(/\/[^/]*$/, '') || '/';
	for (const line of lines) {
		const cookie = readCookie(line, path, cookies);
		if (cookie) headers.append('set-cookie', cookies.serialize(...cookie));
	}
}

export {
	handle as GET,
	handle as POST,
	handle as PUT,
	handle as PATCH,
	handle as DELETE,
	handle as OPTIONS,
	handle as HEAD
};

export const prerender = false;
export const trailingSlash = 'ignore';
