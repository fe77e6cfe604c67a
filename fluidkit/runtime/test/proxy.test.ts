// The proxy route between real servers: sockets → the front end's server → the route → the app.
// Requests are written by hand, for `fetch` would tidy up what is to be tested.

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { forward, type Way } from '../src/forward.js';
import { allowing } from '../src/routing.js';
import { cookies } from './stubs/cookies.js';
import { type Answer, type Backend, backend, ok, raw } from './server.js';

interface Reply {
	status: number;
	headers: { [name: string]: string[] };
	body: string;
}

/** A server that does to requests and answers what SvelteKit's adapter for Node does. */
async function front(app: Pick<Backend, 'url'>, way: Partial<Way> = {}) {
	const failures: Response[] = [];
	const server = createServer(async (incoming, outgoing) => {
		const controller = new AbortController();
		outgoing.once('close', () => outgoing.writableFinished || controller.abort());
		const empty = incoming.method === 'GET' || incoming.method === 'HEAD';
		let request: Request;
		try {
			request = new Request(`http://front.example${incoming.url}`, {
				method: incoming.method,
				headers: Object.entries(incoming.headers) as [string, string][],
				body: empty ? null : (incoming as unknown as ReadableStream),
				signal: controller.signal,
				duplex: 'half'
			} as RequestInit);
		} catch {
			return void outgoing.writeHead(400).end();
		}
		const event = {
			request,
			url: new URL(request.url),
			getClientAddress: () => '203.0.113.7'
		};
		const given = { backend: app.url, prefix: '/api', allows: () => true, ...way };
		const response = await forward(event, given);
		failures.push(response);
		await send(response, outgoing);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	return {
		port,
		/** Send a request line and headers as they are. */
		ask: (line: string, headers: string[] = [], body = '') => exchange(port, line, headers, body)
	};
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
	for (const [name, value] of response.headers) {
		if (name !== 'set-cookie') outgoing.setHeader(name, value);
	}
	const cookies = response.headers.getSetCookie();
	if (cookies.length) outgoing.setHeader('set-cookie', cookies);
	outgoing.writeHead(response.status);
	outgoing.flushHeaders();
	if (!response.body) return void outgoing.end();
	const reader = response.body.getReader();
	outgoing.on('close', () => reader.cancel().catch(() => {}));
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			outgoing.write(next.value);
		}
		outgoing.end();
	} catch (error) {
		outgoing.destroy(error as Error);
	}
}

function exchange(port: number, line: string, headers: string[], body: string): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1');
		let text = '';
		socket.setEncoding('latin1');
		socket.on('data', (piece) => (text += piece));
		socket.on('error', reject);
		socket.on('close', () => resolve(parsed(text)));
		const all = ['Host: front.example', 'Connection: close', ...headers];
		if (body) all.push(`Content-Length: ${Buffer.byteLength(body, 'latin1')}`);
		socket.write(`${line} HTTP/1.1\r\n${all.join('\r\n')}\r\n\r\n${body}`, 'latin1');
	});
}

function parsed(text: string): Reply {
	const final = text.replace(/^HTTP\/1.1 100 Continue\r\n\r\n/, '');
	const [head = '', ...rest] = final.split('\r\n\r\n');
	const [status = '', ...lines] = head.split('\r\n');
	const headers: { [name: string]: string[] } = {};
	for (const line of lines) {
		const [name = '', ...value] = line.split(':');
		(headers[name.toLowerCase()] ??= []).push(value.join(':').trim());
	}
	let body = rest.join('\r\n\r\n');
	if (headers['transfer-encoding']) {
		let whole = '';
		for (let size = parseInt(body, 16); size > 0; size = parseInt(body, 16)) {
			const start = body.indexOf('\r\n') + 2;
			whole += body.slice(start, start + size);
			body = body.slice(start + size + 2);
		}
		body = whole;
	}
	return { status: Number(status.split(' ')[1]), headers, body };
}

test('a request goes to the app, without the prefix', async () => {
	const app = await backend(ok({ a: 1 }, 201));
	const { ask } = await front(app);
	const reply = await ask(
		'POST /api/items?a=1&a=%2F+%20',
		['Content-Type: application/json'],
		'{"n":1}'
	);
	expect(reply).toMatchObject({ status: 201, body: '{"a":1}' });
	expect(app.received).toMatchObject([
		{
			method: 'POST',
			url: '/items?a=1&a=%2F+%20',
			body: '{"n":1}',
			headers: { 'content-type': 'application/json' }
		}
	]);
});

test('P01: encoded slashes and dot segments never become another path', async () => {
	const app = await backend();
	const { ask } = await front(app);
	for (const path of [
		'/api/x%2Fadmin',
		'/api/x%5cadmin',
		'/api/x%2F..%2F..%2Fadmin',
		'/api/x%2f..%2f..%2fadmin',
		'/api/..%2fadmin',
		'/api/..%5cadmin',
		'/api/x%5C..%5Cadmin',
		'/api/%2e%2e%2fadmin',
		'/api/a/%2e%2e/%2e%2e/%2e%2e/admin',
		'/api/../admin',
		'/api/%2e%2e/admin',
		'/api/.%2E/admin'
	]) {
		expect([path, (await ask(`GET ${path}`)).status]).toEqual([
			path,
			expect.toSatisfy((n) => n === 400 || n === 404)
		]);
	}
	expect(app.received).toEqual([]);
});

test('P02: what is encoded stays as it is, or is refused', async () => {
	const app = await backend();
	const { ask } = await front(app);
	const kept = [
		'%3F',
		'%23',
		'%252F',
		'%2B',
		'+',
		'%20',
		'%25',
		';a=1',
		'%40',
		'@',
		'%C3%BC',
		'%c3%bc',
		"!$'()*,:=~",
		'%252e%252e'
	];
	for (const text of kept) await ask(`GET /api/x${text}y`);
	expect(app.received.map((one) => one.url)).toEqual(kept.map((text) => `/x${text}y`));
	for (const text of ['%0d%0aX: 1', '%00', '%0A', '%7f', '%zz', '%', '%C3', '%ff']) {
		expect([text, (await ask(`GET /api/x${text.replaceAll(' ', '%20')}y`)).status]).toEqual([
			text,
			400
		]);
	}
	expect(app.received).toHaveLength(kept.length);
});

test('P01: a path that no parser of URLs has read is refused', async () => {
	const app = await backend();
	for (const path of [
		'/x/../admin',
		'/../admin',
		'/x/.',
		'/%2e%2E/admin',
		'/x\\y',
		'/a b',
		'/a?b'
	]) {
		const request = new Request('http://front.example/');
		const url = Object.defineProperty(new URL(request.url), 'pathname', { value: `/api${path}` });
		const event = { request, url, getClientAddress: () => '' };
		const way = { backend: app.url, prefix: '/api', allows: () => true };
		expect([path, (await forward(event, way)).status]).toEqual([path, 400]);
	}
	expect(app.received).toEqual([]);
});

test('P03: the host never changes', async () => {
	const app = await backend();
	const evil = await backend();
	const { ask } = await front(app);
	const host = evil.url.slice('http://'.length);
	for (const path of [
		`/api//${host}/x`,
		`/api/\\\\${host}/x`,
		`/api//\\${host}/x`,
		`/api/@${host}/x`,
		`/api@${host}/x`,
		`/api:80@${host}/x`,
		`/api/${evil.url}/x`,
		`//${host}/api/x`,
		`${evil.url}/api/x`,
		`/api.${host}/x`,
		`/api/%09//${host}`,
		`/api?@${host}/x`,
		`/api/#@${host}/x`
	]) {
		await ask(`GET ${path}`);
		await ask(`GET ${path}`, [`X-Forwarded-Host: ${host}`, `Forwarded: host=${host}`]);
	}
	expect(evil.received).toEqual([]);
	expect(new Set(app.received.map((one) => one.headers.host))).toEqual(
		new Set([app.url.slice('http://'.length)])
	);
});

test('P03: the backend’s own path is kept', async () => {
	const app = await backend();
	const { ask } = await front({ url: `${app.url}/root/` });
	await ask('GET /api/items');
	await ask('GET /api//items');
	expect(app.received.map((one) => one.url)).toEqual(['/root/items', '/root//items']);
});

test('P04, P08: an event stream passes piece by piece, and P14: its end is told to the app', async () => {
	let written: ServerResponse;
	const app = await backend((response) => {
		written = response;
		response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
	});
	const { port } = await front(app);
	const socket = connect(port, '127.0.0.1');
	let text = '';
	socket.on('data', (piece) => (text += piece));
	socket.write('GET /api/events HTTP/1.1\r\nHost: x\r\n\r\n');
	await vi.waitFor(() => expect(text).toContain('data: 1'));
	expect(text).toMatch(/content-type: text\/event-stream\r\n/i);
	written!.write('data: 2\n\n');
	await vi.waitFor(() => expect(text).toContain('data: 2'));
	socket.destroy();
	await app.left;
});

test('P14: a client that leaves before the answer ends the request', async () => {
	const app = await backend(() => {});
	const { port } = await front(app);
	const socket = connect(port, '127.0.0.1');
	socket.write('GET /api/slow HTTP/1.1\r\nHost: x\r\n\r\n');
	await vi.waitFor(() => expect(app.received).toHaveLength(1));
	socket.destroy();
	await app.left;
});

test('a stream that breaks breaks for the browser too', async () => {
	const app = await backend((response) => {
		response.writeHead(200, { 'content-type': 'text/plain' }).write('half');
		setTimeout(() => response.destroy(), 20);
	});
	const { port } = await front(app);
	const text = await new Promise<string>((resolve) => {
		let got = '';
		const socket = connect(port, '127.0.0.1');
		socket.on('data', (piece) => (got += piece));
		socket.on('close', () => resolve(got));
		socket.write('GET /api/x HTTP/1.1\r\nHost: x\r\n\r\n');
	});
	expect(text).toContain('half');
	expect(text.endsWith('0\r\n\r\n')).toBe(false);
});

test('a slow reader holds the app back', async () => {
	let written = 0;
	const app = await backend((response) => {
		response.writeHead(200);
		const more = (): void => {
			while (written < 200 && response.write(Buffer.alloc(256 * 1024))) written++;
			if (written < 200) {
				written++;
				response.once('drain', more);
			}
		};
		more();
	});
	const event = {
		request: new Request('http://front.example/api/x'),
		url: new URL('http://front.example/api/x'),
		getClientAddress: () => ''
	};
	const response = await forward(event, { backend: app.url, prefix: '/api', allows: () => true });
	const reader = response.body!.getReader();
	await reader.read();
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(written).toBeLessThan(100);
	await reader.cancel();
	await app.left;
});

test('uploads pass as they come', async () => {
	const app = await backend();
	const { ask } = await front(app);
	const body = 'x'.repeat(300_000);
	await ask('POST /api/upload', ['Content-Type: application/octet-stream'], body);
	expect(app.received[0]!.body).toHaveLength(300_000);
	const chunked = await ask('POST /api/upload', [
		'Transfer-Encoding: chunked',
		'Expect: 100-continue',
		'Content-Type: text/plain',
		'X-End: 1\r\n\r\n3\r\nabc\r\n0'
	]);
	expect(chunked.status).toBe(200);
	expect(app.received[1]).toMatchObject({ body: 'abc' });
	expect(app.received[1]!.headers.expect).toBeUndefined();
});

test('P05: a compressed answer arrives readable', async () => {
	const zipped = gzipSync('hello');
	const app = await backend((response, { headers }) => {
		expect(headers['accept-encoding']).toBe('identity');
		response
			.writeHead(200, { 'content-encoding': 'gzip', 'content-length': zipped.length })
			.end(zipped);
	});
	const { ask } = await front(app);
	const reply = await ask('GET /api/x', ['Accept-Encoding: gzip, br']);
	expect(reply.body).toBe('hello');
	expect(reply.headers).not.toHaveProperty('content-encoding');
	expect(reply.headers['content-length']).toBeUndefined();
});

test.each([
	['/items/', '/api/items/'],
	['/items/?a=1#b', '/api/items/?a=1#b'],
	['other', '/api/a/other'],
	['https://example.com/x', 'https://example.com/x'],
	['//example.com/x', '//example.com/x'],
	['http://127.0.0.1:1/x', 'http://127.0.0.1:1/x']
])('P06: Location %s becomes %s', async (location, seen) => {
	const app = await backend(raw(302, '', { location }));
	const { ask } = await front(app);
	expect(await ask('GET /api/a/b')).toMatchObject({ status: 302, headers: { location: [seen] } });
});

test('P06: a Location with the app’s own origin becomes one below the prefix', async () => {
	const app: Backend = await backend((response) =>
		raw(307, '', { location: `${app.url}/items/?q=1` })(response, null!)
	);
	const { ask } = await front(app);
	expect((await ask('GET /api/items')).headers.location).toEqual(['/api/items/?q=1']);
	const bare = await front(app, { prefix: '' });
	expect((await bare.ask('GET /items')).headers.location).toEqual(['/items/?q=1']);
});

test('P06: without a prefix no Location names another host', async () => {
	const app: Backend = await backend((response) =>
		raw(307, '', { location: `${app.url}//evil.example` })(response, null!)
	);
	const { ask } = await front(app, { prefix: '' });
	const [location] = (await ask('GET /items')).headers.location!;
	expect(new URL(location!, 'http://front.example').host).toBe('front.example');
});

test('P07: a redirect of a POST is passed on, not followed', async () => {
	const app = await backend(raw(307, '', { location: '/items/' }));
	const { ask } = await front(app);
	const reply = await ask('POST /api/items', ['Content-Type: application/json'], '{}');
	expect(reply.status).toBe(307);
	expect(app.received).toHaveLength(1);
});

test('P08: headers for one hop end here, both ways', async () => {
	const app = await backend((response) => {
		response
			.writeHead(200, {
				connection: 'x-hop, close',
				'x-hop': '1',
				'keep-alive': 'timeout=9',
				'x-end': '1'
			})
			.end('1');
	});
	const { ask } = await front(app);
	const reply = await ask('GET /api/x', [
		'Connection: X-Mine, close',
		'X-Mine: 1',
		'Keep-Alive: timeout=5',
		'TE: trailers',
		'Proxy-Connection: keep-alive',
		'Proxy-Authorization: Basic eA==',
		'X-Through: 1'
	]);
	const { headers } = app.received[0]!;
	for (const name of [
		'x-mine',
		'keep-alive',
		'te',
		'proxy-connection',
		'proxy-authorization',
		'upgrade'
	]) {
		expect([name, headers[name]]).toEqual([name, undefined]);
	}
	expect(headers['x-through']).toBe('1');
	expect(reply.headers).not.toHaveProperty('x-hop');
	expect(reply.headers['x-end']).toEqual(['1']);
});

test('P09: what the client says of its origin is overwritten', async () => {
	const app = await backend();
	const { ask } = await front(app, { prefix: '/shop/api' });
	await ask('GET /shop/api/x', [
		'X-Forwarded-For: 1.1.1.1',
		'X-Forwarded-Host: evil.example',
		'X-Forwarded-Proto: https',
		'X-Forwarded-Port: 1',
		'X-Forwarded-Prefix: /evil',
		'Forwarded: for=1.1.1.1',
		'X-Real-IP: 1.1.1.1'
	]);
	const told: IncomingHttpHeaders = {};
	for (const [name, value] of Object.entries(app.received[0]!.headers)) {
		if (/forwarded|real-ip/.test(name)) told[name] = value;
	}
	expect(told).toEqual({
		'x-forwarded-for': '203.0.113.7',
		'x-forwarded-host': 'front.example',
		'x-forwarded-proto': 'http',
		'x-forwarded-prefix': '/shop/api'
	});
});

test('P10: a slash at the end stays', async () => {
	const app = await backend();
	const { ask } = await front(app);
	await ask('GET /api/items/');
	await ask('GET /api/items');
	expect(app.received.map((one) => one.url)).toEqual(['/items/', '/items']);
});

test.each([
	['POST', ['Sec-Fetch-Site: cross-site'], 403],
	['DELETE', ['Sec-Fetch-Site: same-site'], 403],
	['PUT', ['Origin: http://evil.example'], 403],
	['PATCH', ['Origin: null'], 403],
	['POST', ['Origin: https://front.example'], 403],
	['POST', ['Sec-Fetch-Site: same-origin', 'Origin: https://front.example'], 200],
	['POST', ['Sec-Fetch-Site: same-origin'], 200],
	['POST', ['Origin: http://front.example'], 200],
	['POST', [], 200],
	['GET', ['Sec-Fetch-Site: cross-site'], 200]
])('P11: %s with %j is answered with %i', async (method, headers, status) => {
	const app = await backend();
	const { ask } = await front(app);
	const reply = await ask(
		`${method} /api/x`,
		[...headers, 'Cookie: session=1', 'Content-Type: application/json'],
		method === 'GET' ? '' : '{}'
	);
	expect(reply.status).toBe(status);
	expect(app.received).toHaveLength(status === 200 ? 1 : 0);
});

test('P12: a body over the limit of the front end’s server says which setting it is', async () => {
	const app = await backend();
	const tooLarge = Object.assign(new Error('Content-length of 9 exceeds limit'), { status: 413 });
	const request = new Request('http://front.example/api/x', {
		method: 'POST',
		body: new ReadableStream({ start: (controller) => controller.error(tooLarge) }),
		duplex: 'half'
	} as RequestInit);
	const event = { request, url: new URL(request.url), getClientAddress: () => '' };
	const response = await forward(event, { backend: app.url, prefix: '/api', allows: () => true });
	expect(response.status).toBe(413);
	expect((await response.json()).detail).toContain('BODY_SIZE_LIMIT');
});

test('P15: several cookies, 204, 304 and HEAD arrive as they are', async () => {
	const answers: Answer[] = [
		(response) =>
			void response.writeHead(200, { 'set-cookie': ['a=1; Path=/', 'b=2, 3; HttpOnly'] }).end('1'),
		raw(204, '', { 'x-a': '1' }),
		raw(304, '', { etag: '"1"' }),
		raw(200, '', { 'content-length': '17', 'x-head': '1' }),
		raw(205)
	];
	const app = await backend((...args) => answers.shift()!(...args));
	const { ask } = await front(app);
	expect((await ask('GET /api/x')).headers['set-cookie']).toEqual([
		'a=1; Path=/',
		'b=2, 3; HttpOnly'
	]);
	expect(await ask('DELETE /api/x')).toMatchObject({
		status: 204,
		body: '',
		headers: { 'x-a': ['1'] }
	});
	expect(await ask('GET /api/x', ['If-None-Match: "1"'])).toMatchObject({
		status: 304,
		headers: { etag: ['"1"'] }
	});
	expect(await ask('HEAD /api/x')).toMatchObject({
		status: 200,
		headers: { 'content-length': ['17'], 'x-head': ['1'] }
	});
	expect((await ask('POST /api/x')).status).toBe(205);
	expect(app.received[2]!.headers['if-none-match']).toBe('"1"');
});

test('errors of the app pass as they are', async () => {
	const app = await backend(ok({ detail: [{ loc: ['body'] }] }, 422));
	const { ask } = await front(app);
	expect(await ask('GET /api/x')).toMatchObject({
		status: 422,
		body: '{"detail":[{"loc":["body"]}]}'
	});
});

test('an app that is not there is 502, and nothing is told of where it should be', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {});
	const { ask } = await front({ url: 'http://127.0.0.1:9' });
	const reply = await ask('GET /api/x');
	expect(reply).toMatchObject({
		status: 502,
		body: '{"detail":"The backend could not be reached"}'
	});
	expect(log).toHaveBeenCalledOnce();
	log.mockRestore();
});

test.each(['127.0.0.1:8000', 'localhost:8000', 'backend', 'ftp://127.0.0.1'])(
	'a backend URL that is no URL of a server is 502, and the log says what it has to be: %s',
	async (url) => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const { ask } = await front({ url });
		expect(await ask('GET /api/x')).toMatchObject({
			status: 502,
			body: '{"detail":"The backend could not be reached"}'
		});
		expect(log).toHaveBeenCalledExactlyOnceWith(
			`FluidKit: the backend's URL has to begin with http:// or https://, unlike "${url}"`
		);
		log.mockRestore();
	}
);

test.each([
	['GET', 200, 2],
	['HEAD', 200, 2],
	['POST', 502, 1]
])('%s to a worker that goes is answered with %i', async (method, status, asked) => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {});
	const app = await backend((response) => {
		if (app.received.length === 1) response.destroy();
		else response.end('here');
	});
	const { ask } = await front(app);
	expect((await ask(`${method} /api/x`)).status).toBe(status);
	expect(app.received).toHaveLength(asked);
	log.mockRestore();
});

test('a worker that goes each time is asked twice', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {});
	const app = await backend((response) => response.destroy());
	const { ask } = await front(app);
	expect((await ask('GET /api/x')).status).toBe(502);
	expect(app.received).toHaveLength(2);
	log.mockRestore();
});

test('a backend URL that leads back here ends', async () => {
	const place = { url: '' };
	const { ask, port } = await front(place);
	place.url = `http://127.0.0.1:${port}/api`;
	expect((await ask('GET /api/x')).status).toBe(508);
});

test('what is no operation is not forwarded', async () => {
	const app = await backend();
	const { ask } = await front(app, {
		allows: allowing([
			['GET', '/items'],
			['GET', '/items/{id}'],
			['POST', '/items/'],
			['GET', '/files/{path:path}'],
			['GET', '/caf%C3%A9/{a}.{b}'],
			['GET', '/']
		])
	});
	const status = async (line: string) =>
		(await ask(line, line.startsWith('POST') ? ['Content-Type: a/b'] : [])).status;
	for (const line of [
		'GET /api/items',
		'GET /api/items/',
		'GET /api/items/1',
		'HEAD /api/items/1',
		'OPTIONS /api/items',
		'POST /api/items',
		'GET /api/files/a/b/c',
		'GET /api/files/',
		'GET /api/caf%c3%a9/x.y',
		'GET /api/items/%0'.slice(0, -2) + 'x',
		'GET /api/'
	]) {
		expect([line, await status(line)]).toEqual([line, 200]);
	}
	const passed = app.received.length;
	for (const line of [
		'GET /api/docs',
		'GET /api/openapi.json',
		'GET /api/items/1/secret',
		'DELETE /api/items/1',
		'PUT /api/items',
		'POST /api/items/1',
		'GET /api/filesystem',
		'GET /api/caf%C3%A9/xy',
		'GET /api//items',
		'GET /api',
		'GET /apis/items',
		'GET /other'
	]) {
		expect([line, await status(line)]).toEqual([line, 404]);
	}
	expect(app.received).toHaveLength(passed);
});

/** SvelteKit's event of a request, which `isSubRequest` says that a page makes while it is rendered. */
const eventOf = (request: Request, isSubRequest = false) => ({
	request,
	url: new URL(request.url),
	isSubRequest,
	fetch,
	cookies: cookies(3),
	getClientAddress: () => ''
});

test('a page that is rendered gets no cookies that SvelteKit would throw for', async () => {
	const lines = ['text="a b"; Path=/; HttpOnly', 'b=2', 'nameless', 'c=3; Domain=.example.org'];
	await backend((response) => void response.writeHead(200, { 'set-cookie': lines }).end());
	vi.spyOn(console, 'warn').mockImplementation(() => {});
	const route = await import('../src/proxy.js');
	const request = new Request('http://front.example/shop/api/items/1');
	const rendered = await route.GET(eventOf(request, true));
	expect(rendered.headers.getSetCookie()).toEqual([
		'text="a\\040b"; Path=/; httpOnly',
		'b=2; Path=/shop/api/items',
		'c=3; Path=/shop/api/items; Domain=.example.org'
	]);
	expect((await route.GET(eventOf(request))).headers.getSetCookie()).toEqual(lines);
});

test('methods that SvelteKit has no name for are forwarded, too', async () => {
	const app = await backend();
	const route = await import('../src/proxy.js');
	const request = new Request('http://front.example/shop/api/items/1', { method: 'PURGE' });
	expect((await route.fallback(eventOf(request))).status).toBe(200);
	expect(app.received[0]).toMatchObject({ method: 'PURGE', url: '/items/1' });
});

test('the quotes that SvelteKit 2 takes off cookies are put back', async () => {
	const app = await backend();
	const route = await import('../src/proxy.js');
	const ask = async (cookie: string, isSubRequest: boolean) => {
		const request = new Request('http://front.example/shop/api/items/1', { headers: { cookie } });
		await route.GET(eventOf(request, isSubRequest));
		return app.received.at(-1)!.headers.cookie;
	};
	const stripped = 'a=1\\0542; b=say \\"x=y\\"; c=C:\\new; d="\\073"; e=; f="x"=\\073; g=\\040';
	expect(await ask(stripped, false)).toBe(stripped);
	expect(await ask(stripped, true)).toBe(
		'a="1\\0542"; b="say \\"x=y\\""; c=C:\\new; d="\\073"; e=; f="x"=\\073; g="\\040"'
	);
});

/** The app, another site, and a page that asks the route as SvelteKit's `fetch` does. */
async function pages(redirects: { [path: string]: [number, string] }) {
	const other = await backend(raw(200, 'other', { 'set-cookie': 'theirs=1' }));
	const app = await backend((response, { url }) => {
		const [status, location] = redirects[url] ?? [200, ''];
		const headers = { 'set-cookie': `hop=${url.slice(-1)}; Path=/` };
		const to = location.replace('OTHER', other.url);
		response.writeHead(status, location ? { ...headers, location: to } : headers).end('own');
	});
	const route = (await import('../src/proxy.js')) as { [method: string]: unknown };
	const ask = (input: string | URL, init?: RequestInit): Promise<Response> => {
		const url = new URL(input, 'http://front.example');
		if (url.origin !== 'http://front.example') return fetch(url, init);
		const event = eventOf(new Request(url, init), true);
		const sent = Object.assign(event, { fetch: ask });
		return (route[init?.method ?? 'GET'] as (event: object) => Promise<Response>)(sent);
	};
	return { app, other, ask };
}

test('a page that is rendered follows a redirect as a browser follows it', async () => {
	const { app, other, ask } = await pages({
		'/items/1': [307, '/items/2'],
		'/items/2': [303, '/items/3'],
		'/items/3': [302, 'OTHER/away']
	});
	const init = {
		method: 'DELETE',
		body: '{"n":1}',
		headers: { authorization: 'secret', 'content-type': 'application/json' }
	};
	const response = await ask('/shop/api/items/1', init);
	expect([response.status, await response.text()]).toEqual([200, 'other']);
	expect(
		app.received.map((one) => [one.method, one.url, one.body, one.headers.authorization])
	).toEqual([
		['DELETE', '/items/1', '{"n":1}', 'secret'],
		['DELETE', '/items/2', '{"n":1}', 'secret'],
		['GET', '/items/3', '', 'secret']
	]);
	expect(other.received).toMatchObject([{ method: 'GET', url: '/away', body: '' }]);
	for (const name of ['authorization', 'cookie', 'x-fluidkit-redirects']) {
		expect(other.received[0]!.headers).not.toHaveProperty(name);
	}
});

test('a redirect brings no cookies of another site', async () => {
	const { ask } = await pages({ '/items/1': [302, 'OTHER/away'] });
	expect((await ask('/shop/api/items/1')).headers.getSetCookie()).toEqual([]);
});

test('redirects without an end do end', async () => {
	const { app, ask } = await pages({ '/items/1': [307, '/items/1'] });
	expect((await ask('/shop/api/items/1')).status).toBe(307);
	expect(app.received).toHaveLength(21);
	expect(app.received.at(-1)!.headers).not.toHaveProperty('x-fluidkit-redirects');
});

test('a redirect that is followed sets its cookies', async () => {
	const { ask } = await pages({ '/items/1': [307, '/items/2'] });
	const set: string[][] = [];
	const route = await import('../src/proxy.js');
	const event = eventOf(new Request('http://front.example/shop/api/items/1'), true);
	const taking = {
		...event.cookies,
		set: (...[name, value]: string[]) => set.push([name!, value!])
	};
	await route.GET(Object.assign(event, { fetch: ask, cookies: taking }) as never);
	expect(set).toEqual([['hop', '1']]);
});

test('the body of a redirect that is followed is left', async () => {
	const app = await backend((response) => {
		response.writeHead(307, { location: '/items/2' }).write('moved');
	});
	const route = await import('../src/proxy.js');
	const event = eventOf(new Request('http://front.example/shop/api/items/1'), true);
	const response = await route.GET(
		Object.assign(event, { fetch: async () => new Response('here') }) as never
	);
	expect(await response.text()).toBe('here');
	await app.left;
});

test('the route reaches the generated operations below SvelteKit’s base path', async () => {
	const app = await backend();
	const route = await import('../src/proxy.js');
	const event = (path: string) => eventOf(new Request(`http://front.example${path}`));
	expect((await route.GET(event('/shop/api/items/1'))).status).toBe(200);
	expect((await route.GET(event('/shop/api/docs'))).status).toBe(404);
	expect((await route.GET(event('/api/items/1'))).status).toBe(404);
	expect(app.received.map((one) => one.url)).toEqual(['/items/1']);
});

test('the route exports what SvelteKit knows, and nothing else', async () => {
	const route = await import('../src/proxy.js');
	expect(Object.keys(route).sort()).toEqual([
		'DELETE',
		'GET',
		'HEAD',
		'OPTIONS',
		'PATCH',
		'POST',
		'PUT',
		'fallback',
		'prerender',
		'trailingSlash'
	]);
	expect(route).toMatchObject({ prerender: false, trailingSlash: 'ignore' });
});
