/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { RequestEvent } from '@sveltejs/kit';
type Cookies = RequestEvent['cookies'];
/** The arguments of SvelteKit's `cookies.set`. */
export type Cookie = [
	name: string,
	value: string,
	options: {
		[name: string]: unknown;
	}
];
/**
 * Read a `Set-Cookie` as browsers do; undefined: SvelteKit can't send it, which is logged.
 *
 * `path` is that of a cookie which names none.
 * https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-5.6
 */
export declare function readCookie(
	line: string,
	path: string,
	cookies: Cookies
): Cookie | undefined;
/**
 * Put quotes around what Python has spelled with codes, which mean nothing without them: SvelteKit 2
 * takes the quotes off the cookies of a request that a page makes while it is rendered.
 */
export declare const requoted: (cookies: string) => string;
export {};
