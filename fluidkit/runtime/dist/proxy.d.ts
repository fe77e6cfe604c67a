/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { RequestEvent } from '@sveltejs/kit';
/** Answer any request below the route from the app. */
declare const handle: (event: RequestEvent) => Promise<Response>;
export {
	handle as GET,
	handle as POST,
	handle as PUT,
	handle as PATCH,
	handle as DELETE,
	handle as OPTIONS,
	handle as HEAD,
	handle as fallback
};
export declare const prerender = false;
export declare const trailingSlash = 'ignore';
