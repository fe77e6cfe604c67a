// Calls on a server: as Vite's server build runs them, with SvelteKit's request event around.

import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { configure, cookie, json, part, raw } from '../src/client.js';
import { sse } from '../src/sse.js';
import { backend, ok } from './server.js';
import { events } from './stubs/app-server.js';
import { cookies } from './stubs/cookies.js';

const settings = vi.hoisted(() => ({
	prefix: '/api',
	backendUrl: 'http://127.0.0.1:1',
	streamUrl: '',
	proxy: false
}));
vi.mock('../settings.js', () => settings);

const plain = json('GET', '/x');

interface Cookie {
	name: string;
	value: string;
	[option: string]: unknown;
}

/** What SvelteKit gives to whoever answers a request. */
function event(cookie = '', headers: { [name: string]: string } = {}) {
	const set: Cookie[] = [];
	const url = new URL('http://localhost:5173/page');
	const parsed = cookie
		.split('; ')
		.filter(Boolean)
		.map((pair) => {
			const [, name = '', value = ''] = /^(.*?)="?(.*?)"?$/.exec(pair)!;
			return { name, value: decodeURIComponent(value) };
		});
	const fetched: string[] = [];
	return {
		url,
		set,
		fetched,
		getClientAddress: () => '127.0.0.1',
		request: new Request(url, { headers: { ...headers, ...(cookie && { cookie }) } }),
		fetch: (input: string, init?: RequestInit) => {
			fetched.push(input);
			return fetch(new URL(input, 'http://own.invalid').href, init);
		},
		cookies: {
			getAll: () => [...parsed.filter(({ name }) => !set.some((one) => one.name === name)), ...set],
			set: (name: string, value: string, options: object) =>
				void set.push({ name, value, ...options }),
			serialize: cookies(3).serialize
		}
	};
}

beforeEach(() => {
	// Vite says SSR in Vitest too; calls tell the two apart by this.
	vi.stubEnv('VITEST', '');
});

afterEach(() => {
	vi.unstubAllEnvs();
	settings.proxy = false;
	configure({ baseUrl: undefined, headers: undefined, fetch: undefined, onError: undefined });
});

test('without the proxy route a call goes straight to the backend, through SvelteKit’s fetch', async () => {
	const { received, url } = await backend();
	const given = event();
	await events.run(given, () => plain());
	expect(received[0]!.url).toBe('/x');
	expect(given.fetched).toEqual([`${url}/x`]);
});

test('the backend is where FLUIDKIT_URL says, the platform’s environment included', async () => {
	const { received, url } = await backend();
	delete process.env.FLUIDKIT_URL;
	await events.run({ ...event(), platform: { env: { FLUIDKIT_URL: url } } }, () => plain());
	expect(received).toHaveLength(1);
	settings.backendUrl = url;
	await events.run(event(), () => plain());
	await plain();
	expect(received).toHaveLength(3);
});

test('a variable of the app alone wins, the platform’s too, and is named after the prefix', async () => {
	const { received, url } = await backend();
	process.env.FLUIDKIT_URL = 'http://127.0.0.1:1';
	await events.run({ ...event(), platform: { env: { FLUIDKIT_URL_API: url } } }, () => plain());
	settings.prefix = '/Team-2/billing';
	onTestFinished(() => void (settings.prefix = '/api'));
	vi.stubEnv('FLUIDKIT_URL_TEAM_2_BILLING', url);
	await events.run(event(), () => plain());
	await plain();
	expect(received).toHaveLength(3);
});

test('while prerendering a call goes straight to the backend, whatever fetch is passed in', async () => {
	settings.proxy = true;
	const { received, url } = await backend();
	const given = event();
	given.getClientAddress = () => {
		throw new Error('Cannot read clientAddress during prerendering');
	};
	await events.run(given, () => plain());
	await events.run(given, () => plain({ fetch: () => Promise.reject(new Error('CORS')) }));
	expect([received.length, given.fetched]).toEqual([2, [`${url}/x`, `${url}/x`]]);
});

test('a file is sent with the fetch of a universal load, too', async () => {
	settings.proxy = true;
	const { received, url } = await backend();
	const given = (input: string, init?: RequestInit): Promise<Response> => {
		// SvelteKit's own, when it writes the page.
		if (!ArrayBuffer.isView(init!.body)) throw new TypeError('must be a string or TypedArray');
		return fetch(new URL(input, url), init);
	};
	const options = { fetch: given };
	await events.run(event(), () => json('POST', '/a', [part('f')])(new Blob(['abc']), options));
	await events.run(event(), () => json('POST', '/a', [raw('a/b')])(new Blob(['abc']), options));
	const [form, bytes] = received;
	expect(form!.headers['content-type']).toMatch(/^multipart\/form-data; boundary=fluidkit-/);
	expect(form!.body).toContain('\r\n\r\nabc\r\n');
	expect([bytes!.headers['content-type'], bytes!.body]).toEqual(['a/b', 'abc']);
});

test('with the proxy route a call goes through it', async () => {
	settings.proxy = true;
	await backend();
	const given = event('a=1');
	await events.run(given, () => plain().result());
	expect(given.fetched).toEqual(['/api/x']);
});

test('.url() is the browser’s', () => {
	expect(events.run(event(), () => plain.url())).toBe('/api/x');
});

test('the user’s cookies go along, byte for byte', async () => {
	const { received } = await backend();
	await events.run(event('a=%20x; session="q=1"; b=x'), () => plain());
	expect(received[0]!.headers.cookie).toBe('a=%20x; session="q=1"; b=x');
});

test.each([
	['app.example', 'a=1; b=""c\\054d""; e=f'],
	['example', 'a=1; b=""c\\054d""; e=f'],
	['other.example', 'a=1; b="c\\054d"; e=f']
])('a page of %s has the quotes that SvelteKit 2 takes off its cookies', async (host, cookie) => {
	settings.backendUrl = 'http://app.example:8000';
	const given = event('a=1; b="c\\054d"; e=f');
	given.url.hostname = host;
	const sent: (string | null)[] = [];
	given.fetch = async (_, init) => {
		sent.push(new Headers(init?.headers).get('cookie'));
		return Response.json(1);
	};
	await events.run(given, () => plain());
	expect(sent).toEqual([cookie]);
});

test('a cookie that this request has set goes along too', async () => {
	const { received } = await backend();
	const given = event('a=1; b=2');
	given.cookies.set('b', 'new value', {});
	await events.run(given, () => plain());
	expect(received[0]!.headers.cookie).toBe('a=1; b=new%20value');
});

test('a cookie parameter comes on top', async () => {
	const { received } = await backend();
	await events.run(event('a=1'), () => json('GET', '/x', [], { c: cookie('c') })({ c: 'x' }));
	expect(received[0]!.headers.cookie).toBe('a=1; c=x');
});

test('cookies go to the backend, not to another base', async () => {
	const { received, url } = await backend();
	await events.run(event('a=1'), () => plain({ baseUrl: url }));
	expect(received[0]!.headers.cookie).toBeUndefined();
});

test('the backend’s cookies return to the browser', async () => {
	await backend((response) => {
		response
			.writeHead(200, {
				'set-cookie': [
					'session=a%20b; Path=/app; HttpOnly; Secure; SameSite=Strict; Max-Age=60; Domain=backend',
					'plain=1',
					'old=; expires=Thu, 01 Jan 1970 00:00:00 GMT'
				]
			})
			.end('1');
	});
	const given = event();
	await events.run(given, () => plain());
	expect(given.set).toMatchObject([
		{
			name: 'session',
			value: 'a%20b',
			path: '/app',
			httpOnly: true,
			secure: true,
			sameSite: 'strict',
			maxAge: 60
		},
		{ name: 'plain', value: '1', path: '/', httpOnly: false, secure: false },
		{ name: 'old', value: '', expires: new Date(0) }
	]);
	expect(given.set.map((one) => one.domain)).toEqual([undefined, undefined, undefined]);
});

test('a cookie that SvelteKit 3 would refuse returns spelled as it takes it', async () => {
	const lines = ['text="a b"; Path=/', 'nameless'];
	await backend((response) => void response.writeHead(200, { 'set-cookie': lines }).end('1'));
	vi.spyOn(console, 'warn').mockImplementation(() => {});
	const given = event();
	await events.run(given, () => plain());
	expect(given.set).toMatchObject([{ name: 'text', value: '"a\\040b"' }]);
});

test('cookies return though a universal load of SvelteKit 3 refuses to tell them', async () => {
	const { url } = await backend(
		(response) => void response.writeHead(200, { 'set-cookie': 'a=1' }).end('1')
	);
	const given = event();
	const passed = async (): Promise<Response> => {
		const response = await fetch(url);
		response.headers.getSetCookie = () => {
			throw new Error('Failed to get response header "set-cookie"');
		};
		return response;
	};
	expect(await events.run(given, () => plain({ fetch: passed }))).toBe(1);
	expect(given.set).toMatchObject([{ name: 'a', value: '1' }]);
});

test('cookies that come too late are no error', async () => {
	await backend((response) => void response.writeHead(200, { 'set-cookie': 'a=1' }).end('1'));
	const given = event();
	given.cookies.set = () => {
		throw new Error('Cannot use `cookies.set(...)` after the response has been generated');
	};
	expect(await events.run(given, () => plain())).toBe(1);
});

describe('a GET whose answer nobody asks for', () => {
	const noop = () => {}; // Svelte's
	/** What Svelte does with the promise of an `{#await}` while a page is rendered. */
	const ignored = <T>(promise: Promise<T>) => promise.then(null, noop);

	test('is not sent', async () => {
		const { received } = await backend();
		ignored(plain());
		const twice = plain();
		ignored(twice);
		ignored(twice);
		await json('POST', '/after')();
		expect(received.map((one) => one.url)).toEqual(['/after']);
	});

	test('is sent once when somebody does ask, then or later, in any way', async () => {
		const { received } = await backend(ok(1));
		const used = plain();
		ignored(used);
		expect(await used).toBe(1);
		expect(await used).toBe(1);
		const late = plain();
		ignored(late);
		await new Promise(setImmediate);
		expect(await Promise.all([late, 2])).toEqual([1, 2]);
		const through = ignored(plain());
		expect(await through).toBe(1);
		const ways: ((call: ReturnType<typeof plain>) => Promise<unknown>)[] = [
			(call) => call.result(),
			(call) => call.response(),
			(call) => call.orError(),
			(call) => call.catch(noop),
			(call) => call.finally(noop)
		];
		for (const [index, way] of ways.entries()) {
			const call = plain();
			ignored(call);
			await way(call);
			expect(received).toHaveLength(index + 4);
		}
	});

	test('is sent without being asked for where Svelte did not say so', async () => {
		const { received } = await backend(ok(1));
		void plain();
		void plain().catch(noop);
		void plain().then(null, (error) => console.log(error));
		void plain().then(undefined, noop);
		ignored(json('POST', '/x')());
		await vi.waitFor(() => expect(received).toHaveLength(5));
		expect(received.map((one) => one.method).sort()).toEqual(['GET', 'GET', 'GET', 'GET', 'POST']);
	});

	test('calls that are awaited one after the other are sent at the same time', async () => {
		const held: ServerResponse[] = [];
		await backend((response) => {
			held.push(response);
			// The first is answered when the second is there.
			if (held.length === 2) for (const one of held) one.end('1');
		});
		const [first, second] = [plain(), plain()];
		expect([await first, await second]).toEqual([1, 1]);
	});

	test('rejects like any other, and is a promise', async () => {
		await backend((response) => void response.writeHead(404).end());
		const call = plain();
		ignored(call);
		expect(call).toBeInstanceOf(Promise);
		await expect(call).rejects.toMatchObject({ status: 404 });
	});
});

test('a failure that nobody has looked at yet does not end the server', async () => {
	const { received } = await backend((response) => void response.writeHead(404).end());
	const unhandled = vi.fn();
	process.on('unhandledRejection', unhandled);
	const calls = [plain(), json('POST', '/x')()];
	const errors = [plain().orError(), json('POST', '/x')().orError()];
	await vi.waitFor(() => expect(received).toHaveLength(4));
	await new Promise((resolve) => setTimeout(resolve, 50));
	process.off('unhandledRejection', unhandled);
	expect(unhandled).not.toHaveBeenCalled();
	for (const one of [...calls, ...errors]) await expect(one).rejects.toMatchObject({ status: 404 });
});

test('a timeout that is none ends no server: whoever awaits the call is told', async () => {
	const { received } = await backend();
	const call = plain({ timeout: -1 });
	await new Promise(setImmediate);
	await expect((async () => call)()).rejects.toThrow(RangeError);
	expect(received).toEqual([]);
});

test('outside of a request a call goes to the backend by itself', async () => {
	const { received } = await backend();
	await plain();
	expect(received[0]).toMatchObject({ url: '/x' });
});

test('a fetch that is passed in wins', async () => {
	const { url } = await backend();
	const given = event('a=1');
	const urls: string[] = [];
	const passed = (input: string, init?: RequestInit) => {
		urls.push(input);
		return fetch(input, init);
	};
	await events.run(given, () => plain({ fetch: passed }));
	settings.proxy = true;
	await events.run(given, () => plain({ fetch: passed }).result());
	expect([urls, given.fetched]).toEqual([[`${url}/x`, '/api/x'], []]);
});

test('a value for headers is refused on a server', () => {
	expect(() => configure({ headers: { authorization: 'Bearer of one user' } })).toThrow(
		/has to be a function on the server/
	);
	vi.stubEnv('VITEST', 'true');
	expect(() => configure({ headers: { a: 'b' } })).not.toThrow();
});

test('two requests at once keep their tokens and cookies apart', async () => {
	const { received } = await backend((response, { headers }) => {
		// The first to come is the last to be answered.
		setTimeout(
			() => ok({ token: headers.authorization })(response, null!),
			received.length === 1 ? 40 : 5
		);
	});
	configure({
		headers: async (event) => {
			const wait = Math.random() * 10;
			await new Promise((resolve) => setTimeout(resolve, wait));
			return { authorization: event!.request.headers.get('x-user')! };
		}
	});
	const users = Array.from({ length: 20 }, (_, index) => `user${index}`);
	const answers = await Promise.all(
		users.map((user) => events.run(event(`session=${user}`, { 'x-user': user }), () => plain()))
	);
	expect(answers).toEqual(users.map((token) => ({ token })));
	for (const { headers } of received) {
		expect(headers.cookie).toBe(`session=${headers.authorization}`);
	}
});

test('a call that starts other calls keeps its request', async () => {
	const { received } = await backend();
	await events.run(event('s=1'), async () => {
		await plain();
		await new Promise((resolve) => setTimeout(resolve, 5));
		await Promise.all([plain(), plain()]);
	});
	expect(received.map((one) => one.headers.cookie)).toEqual(['s=1', 's=1', 's=1']);
});

test('a stream ends with the visitor whose request is being answered, and says so', async () => {
	const { left, received } = await backend((response) => {
		response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
	});
	const visitor = new AbortController();
	const given = event();
	given.request = new Request(given.url, { signal: visitor.signal });
	vi.stubEnv('SSR', true);
	const seen: unknown[] = [];
	const read = async (): Promise<void> => {
		for await (const { json } of sse('GET', '/x')()) {
			seen.push(json);
			setTimeout(() => visitor.abort(new Error('gone')), 20);
		}
	};
	await expect(events.run(given, read)).rejects.toThrow('gone');
	await left;
	// Nor is anything left for one who is gone already.
	await expect(events.run(given, read)).rejects.toThrow('gone');
	expect([seen, received.length]).toEqual([[1], 1]);
});
