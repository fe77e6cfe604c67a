// A backend's `Set-Cookie` in the words of SvelteKit, which refuses some that browsers take, most of
// them only when the page is sent: the visitor would get a 500 instead of it. And what SvelteKit does
// to those that are sent to the backend.

import type { RequestEvent } from '@sveltejs/kit';

type Cookies = RequestEvent['cookies'];

/** The arguments of SvelteKit's `cookies.set`. */
export type Cookie = [name: string, value: string, options: { [name: string]: unknown }];

/**
 * Read a `Set-Cookie` as browsers do; undefined: SvelteKit can't send it, which is logged.
 *
 * `path` is that of a cookie which names none.
 * https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-5.6
 */
export function readCookie(line: string, path: string, cookies: Cookies): Cookie | undefined {
	const [pair = '', ...attributes] = line.split(';');
	const [name, written] = pairOf(pair.includes('=') ? pair : '=' + pair);
	const options = optionsOf(attributes.map(pairOf), path);
	for (const value of [written, quoted(written)]) {
		// Browsers drop what is larger; SvelteKit throws in development.
		const size = new TextEncoder().encode(name + value).length;
		if (size <= 4096 && takes(cookies, name, value, options)) return [name, value, options];
	}
	console.warn(`FluidKit: SvelteKit can't set the cookie ${JSON.stringify(name)} of the backend`);
	return undefined;
}

/**
 * Put quotes around what Python has spelled with codes, which mean nothing without them: SvelteKit 2
 * takes the quotes off the cookies of a request that a page makes while it is rendered.
 */
export const requoted = (cookies: string): string =>
	cookies.replace(/(^|; *)([^=;]*)=(?!")([^;]*\\(?:["\\]|[0-3][0-7]{2})[^;]*)/g, '$1$2="$3"');

type Pair = [name: string, value: string];

function pairOf(text: string): Pair {
	const [name = '', ...value] = text.split('=');
	return [name.trim(), value.join('=').trim()];
}

/** What browsers would take of the attributes. */
function optionsOf(attributes: Pair[], path: string): Cookie[2] {
	const read = new Map(attributes.map(([name, value]) => [name.toLowerCase(), value]));
	const maxAge = read.get('max-age') ?? '';
	const expires = new Date(read.get('expires') ?? NaN);
	const year = expires.getUTCFullYear();
	const one = (name: string, pattern: RegExp): string | undefined =>
		read.get(name)?.toLowerCase().match(pattern)?.[0];
	return {
		path: read.get('path')?.startsWith('/') ? read.get('path') : path,
		domain: read.get('domain') || undefined,
		httpOnly: read.has('httponly'),
		secure: read.has('secure'),
		partitioned: read.has('partitioned'),
		// Undefined, for SvelteKit has a default.
		sameSite: one('samesite', /^(lax|strict|none)$/),
		priority: one('priority', /^(low|medium|high)$/),
		maxAge: /^-?\d+$/.test(maxAge)
			? Math.min(Math.max(+maxAge, 0), Number.MAX_SAFE_INTEGER)
			: undefined,
		expires: year >= 1601 && year <= 9999 ? expires : undefined,
		encode: (text: string) => text
	};
}

/**
 * Whether SvelteKit would send it: SvelteKit 3 throws for a space in a value, and much else.
 *
 * For a domain that isn't the page's SvelteKit doesn't ask for the route, which a hook comes before.
 */
function takes(cookies: Cookies, name: string, value: string, options: Cookie[2]): boolean {
	try {
		cookies.serialize(name, value, { ...options, domain: options.domain ?? 'other.invalid' });
		return name !== '';
	} catch {
		return false;
	}
}

/** Spell a value as Python does, with octal codes, and as Python reads it: `"a b"` is `"a\040b"`. */
function quoted(value: string): string {
	const inside = /^"(.*)"$/.exec(value)?.[1] ?? value.replace(/["\\]/g, '\\$&');
	const codes = inside.replace(
		/[^!-:<-~]/g,
		(letter) => '\\' + letter.charCodeAt(0).toString(8).padStart(3, '0')
	);
	return `"${codes}"`;
}
