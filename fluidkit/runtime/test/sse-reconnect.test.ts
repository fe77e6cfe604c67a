import { createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { body, segment } from '../src/client.js';
import { ApiError } from '../src/errors.js';
import { type ServerEvent, sse } from '../src/sse.js';
import type { StreamError } from '../src/stream.js';
import { bodyOf, pause, serve, until } from './stream-server.js';

afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

const ticks = sse('GET', '/ticks');
const endless = sse('GET', '/ticks', [], {}, { endless: true });
const finite = sse('GET', '/ticks', [], {}, { endless: false });
const chat = sse('POST', '/chat', [body]);

/** Notes all that a stream tells. */
function log() {
	const entries: string[] = [];
	const note = (entry: string): void => void entries.push(entry);
	return {
		entries,
		errors: [] as StreamError[],
		callbacks: {
			onOpen: () => note('open'),
			onMessage: (event: { data: string }) => note(event.data),
			onClose: () => note('close'),
			onError(this: void, error: StreamError) {
				note(`error ${error.willReconnect}`);
			}
		}
	};
}

test('a GET that breaks connects again, in mid-event, and says so', async () => {
	const { baseUrl } = await serve((exchange) => {
		exchange.events(`retry: 10\n\ndata: ${exchange.count}\n\ndata: unfini`);
		if (exchange.count < 3) setTimeout(exchange.cut, 20);
	});
	const { entries, callbacks } = log();
	const connection = endless({ baseUrl, ...callbacks });
	await until(() => entries.includes('3'));
	connection.close();
	expect(entries).toEqual([
		...['open', '1', 'error true'],
		...['open', '2', 'error true'],
		...['open', '3', 'close']
	]);
});

test('iteration goes on after a break as if nothing were', async () => {
	const { baseUrl } = await serve((exchange) => {
		exchange.events(`retry: 10\n\ndata: ${exchange.count}\n\n`);
		setTimeout(exchange.cut, 20);
	});
	const values: unknown[] = [];
	for await (const event of ticks({ baseUrl })) {
		if (values.push(event.json) === 3) break;
	}
	expect(values).toEqual([1, 2, 3]);
});

test('the EventSource style goes on as well; readyState follows', async () => {
	const { baseUrl } = await serve((exchange) => {
		exchange.events(`retry: 30\n\ndata: ${exchange.count}\n\n`);
		if (exchange.count < 2) setTimeout(exchange.cut, 20);
	});
	const source = ticks({ baseUrl });
	const states: number[] = [];
	source.onopen = () => states.push(source.readyState);
	source.onerror = (event) => states.push(source.readyState, Number(event.error?.willReconnect));
	await until(() => states.length === 4);
	source.close();
	expect(states).toEqual([1, 0, 1, 1]);
});

test('the last id is sent, as UTF-8 bytes, and lasts until there is another', async () => {
	const ids = ['né ♥ 😀', 'né ♥ 😀', 'b'];
	const server = await serve((exchange) => {
		const id = exchange.count === 1 ? 'id: né ♥ 😀\n' : exchange.count === 3 ? 'id: b\n' : '';
		exchange.events(`retry: 1\n${id}data: ${exchange.count}\n\nid: never\ndata: cut`);
		setTimeout(exchange.cut, 10);
	});
	const connection = endless({ baseUrl: server.baseUrl, onMessage() {}, onError() {} });
	await until(() => server.exchanges.length === 4);
	connection.close();
	const sent = server.exchanges.map(({ lastEventId }) => lastEventId);
	expect(sent[0]).toBeUndefined();
	expect(sent.slice(1).map((id) => Buffer.from(id!, 'latin1').toString())).toEqual(ids);
});

test.each(['a\tb', '%41 %C3%A9', '\u0085\u00a0x', '\uFFFD\u2028', 'a: b, "c"', '\u{1F600}\u0301'])(
	'the id %j arrives as it was sent',
	async (id) => {
		const server = await serve((exchange) => {
			exchange.events(`retry: 1\nid: ${id}\ndata: 1\n\n`);
			setTimeout(exchange.cut, 10);
		});
		const connection = endless({ baseUrl: server.baseUrl, onError() {} });
		await until(() => server.exchanges.length === 2);
		connection.close();
		expect(Buffer.from(server.exchanges[1]!.lastEventId!, 'latin1').toString()).toBe(id);
	}
);

test.each(['a\u0001b', '\u007f'])('an id that no header carries ends it: %j', async (id) => {
	const server = await serve((exchange) => {
		exchange.events(`id: ${id}\nretry: 1\ndata: 1\n\n`);
		setTimeout(exchange.cut, 10);
	});
	const { entries, callbacks } = log();
	const connection = endless({ baseUrl: server.baseUrl, ...callbacks });
	await expect(connection.done).rejects.toThrow('last-event-id');
	expect(entries).toEqual(['open', '1', 'error true', 'error false', 'close']);
	expect(server.exchanges).toHaveLength(1);
});

test('an empty id takes the last one back', async () => {
	const server = await serve((exchange) => {
		exchange.events('retry: 1\nid: a\ndata: 1\n\nid:\n\n');
		setTimeout(exchange.cut, 10);
	});
	const connection = endless({ baseUrl: server.baseUrl, onError() {} });
	await until(() => server.exchanges.length === 2);
	connection.close();
	expect(server.exchanges[1]!.lastEventId).toBeUndefined();
});

test('nothing is listening at first: it connects once something is', async () => {
	const { baseUrl, close } = await serve(() => {});
	await close();
	const { entries, callbacks } = log();
	const connection = endless({ baseUrl, ...callbacks, reconnect: { delay: 20 } });
	await until(() => entries.length >= 2);
	expect(entries.slice(0, 2)).toEqual(['error true', 'error true']);
	await serve((exchange) => exchange.events('data: 1\n\n'), Number(new URL(baseUrl).port));
	await until(() => entries.includes('1'));
	connection.close();
});

// --- Delays

/** The delays that a stream sets timers for, each of which is over at once. */
function delays(): number[] {
	const seen: number[] = [];
	const real = globalThis.setTimeout;
	const fake = (run: () => void, delay: number, ...rest: unknown[]) => {
		// What tells a stream's timers from all others, such as those of Node's `fetch`; ten seconds
		// are for the body of an error.
		if (rest[0] !== 'timeout' || delay === 10_000) return real(run, delay, ...rest);
		seen.push(Math.floor(delay));
		return real(run, 0, ...rest);
	};
	vi.spyOn(globalThis, 'setTimeout').mockImplementation(fake as typeof setTimeout);
	return seen;
}

test('the first delay is `retry` with jitter; it doubles to 30 s, and starts anew after an event', async () => {
	vi.spyOn(Math, 'random').mockReturnValue(0);
	const seen = delays();
	const server = await serve((exchange) => {
		if (exchange.count === 1 || exchange.count === 9) {
			exchange.events('retry: 3000\n\ndata: x\n\n');
			return void setTimeout(exchange.cut, 5);
		}
		exchange.response.writeHead(503).end();
	});
	const connection = endless({ baseUrl: server.baseUrl, onError() {} });
	await until(() => server.exchanges.length >= 11);
	connection.close();
	expect(seen.slice(0, 10)).toEqual([
		...[3000, 6000, 12000, 24000, 24000, 24000, 24000, 24000],
		...[3000, 6000]
	]);
});

test('jitter adds up to a quarter, and the longest delay with it is 30 s', async () => {
	vi.spyOn(Math, 'random').mockReturnValue(0.999999);
	const seen = delays();
	const server = await serve((exchange) => exchange.response.writeHead(500).end());
	const connection = endless({ baseUrl: server.baseUrl, onError() {} });
	await until(() => server.exchanges.length >= 7);
	connection.close();
	expect(seen.slice(0, 6)).toEqual([1249, 2499, 4999, 9999, 19999, 29999]);
});

test('a huge retry does not overflow the timer', async () => {
	const seen = delays();
	const server = await serve((exchange) => {
		exchange.events(`retry: ${'9'.repeat(30)}\n\ndata: x\n\n`);
		setTimeout(exchange.cut, 5);
	});
	const connection = endless({ baseUrl: server.baseUrl, onError() {} });
	await until(() => seen.length);
	connection.close();
	expect(seen[0]).toBe(2e9);
	expect(seen[0]).toBeLessThan(2 ** 31);
});

test('retry: 0 is obeyed once; failures after it are spaced', async () => {
	vi.spyOn(Math, 'random').mockReturnValue(0);
	const seen = delays();
	const server = await serve((exchange) => {
		if (exchange.count > 1) return void exchange.response.writeHead(503).end();
		exchange.events('retry: 0\n\n');
		setTimeout(exchange.cut, 5);
	});
	const connection = endless({ baseUrl: server.baseUrl, onError() {} });
	await until(() => server.exchanges.length >= 4);
	connection.close();
	expect(seen.slice(0, 3)).toEqual([1, 1000, 2000]);
});

test.each([
	['seconds', () => '7', 7000],
	['a date', () => new Date(Date.now() + 9500).toUTCString(), 8500]
])('Retry-After is obeyed: %s', async (_, value, least) => {
	const seen = delays();
	const server = await serve((exchange) =>
		exchange.response.writeHead(503, { 'retry-after': value() }).end()
	);
	const connection = endless({ baseUrl: server.baseUrl, onError() {} });
	await until(() => seen.length);
	connection.close();
	expect(seen[0]).toBeGreaterThanOrEqual(least);
	expect(seen[0]).toBeLessThan(12_000);
});

// --- What is tried again, and what is not

test.each([408, 425, 429, 500, 502, 503, 504])('status %i is tried again', async (status) => {
	const { baseUrl, exchanges } = await serve((exchange) => {
		if (exchange.count === 1) return void exchange.response.writeHead(status).end();
		exchange.events('data: 1\n\n');
	});
	for await (const event of ticks({ baseUrl, reconnect: { delay: 1 } })) {
		expect(event.json).toBe(1);
		break;
	}
	expect(exchanges).toHaveLength(2);
});

test.each([
	[400, '{"detail": "bad"}', 'bad'],
	[401, '{"detail": "Not authenticated"}', 'Not authenticated'],
	[404, '{"detail": {"code": 7}}', { code: 7 }],
	[422, '{"detail": [{"loc": ["query", "q"]}]}', [{ loc: ['query', 'q'] }]],
	[403, '<html>no</html>', '<html>no</html>']
])('status %i ends it with an ApiError and its detail', async (status, text, detail) => {
	const server = await serve(({ response }) => response.writeHead(status).end(text));
	const { entries, callbacks } = log();
	const onError = vi.fn<(error: StreamError) => void>(callbacks.onError);
	ticks({ baseUrl: server.baseUrl, ...callbacks, onError });
	await until(() => entries.includes('close'));
	expect(entries).toEqual(['error false', 'close']);
	const [error] = onError.mock.calls[0]!;
	expect(error).toBeInstanceOf(ApiError);
	expect(error).toMatchObject({ status, detail, willReconnect: false });
	await pause(30);
	expect(server.exchanges).toHaveLength(1);
});

test('status 204 ends it, also after events', async () => {
	const server = await serve((exchange) => {
		if (exchange.count === 2) return void exchange.response.writeHead(204).end();
		exchange.events('retry: 1\n\ndata: 1\n\n');
		exchange.response.end();
	});
	const { entries, callbacks } = log();
	const connection = endless({ baseUrl: server.baseUrl, ...callbacks });
	await expect(connection.done).rejects.toMatchObject({ name: 'ApiError', status: 204 });
	expect(entries).toEqual(['open', '1', 'error true', 'error false', 'close']);
	expect(server.exchanges).toHaveLength(2);
});

test.each([
	['application/json', '{"detail": "no stream"}', 'no stream'],
	['text/html', '<html>', undefined],
	['text/event-streaming', 'data: 1\n\n', undefined]
])('content type %s ends it with an error that carries the status', async (type, text, detail) => {
	const server = await serve(({ response }) =>
		response.writeHead(200, { 'content-type': type }).end(text)
	);
	const error: any = await ticks({ baseUrl: server.baseUrl, onError() {} }).done.catch((e) => e);
	expect(error).toMatchObject({ name: 'ApiError', status: 200, detail });
	expect(error.message).toContain(`(${type})`);
	expect(server.exchanges).toHaveLength(1);
});

test('an answer of the wrong type that never ends is not waited for', async () => {
	const server = await serve(({ response, write }) => {
		response.writeHead(200, { 'content-type': 'text/plain' });
		write('x');
	});
	await expect(ticks({ baseUrl: server.baseUrl, onError() {} }).done).rejects.toThrow('text/plain');
	await until(() => server.open === 0);
});

test('the body of an error may have no end: its status counts', async () => {
	const real = globalThis.setTimeout;
	const soon = (run: () => void, delay: number, ...rest: unknown[]) =>
		real(run, delay === 10_000 ? 20 : delay, ...rest);
	vi.spyOn(globalThis, 'setTimeout').mockImplementation(soon as typeof setTimeout);
	const server = await serve(({ count, response }) =>
		response.writeHead(count === 1 ? 503 : 403).write('x')
	);
	const { baseUrl } = server;
	const connection = endless({ baseUrl, onError() {}, reconnect: { delay: 1 } });
	await expect(connection.done).rejects.toMatchObject({ name: 'ApiError', status: 403 });
	expect(server.exchanges).toHaveLength(2);
	await until(() => server.open === 0);
});

test('no content type at all is a wrong one', async () => {
	const server = await serve(({ response }) => response.writeHead(200).end('data: 1\n\n'));
	await expect(ticks({ baseUrl: server.baseUrl, onError() {} }).done).rejects.toMatchObject({
		status: 200
	});
});

test('a universal load, where headers cannot be read, is trusted', async () => {
	const response = new Response('data: 1\n\n');
	const headers = {
		get() {
			throw new Error('Failed to get response header');
		}
	};
	const fetch = async () =>
		new Proxy(response, {
			get: (target, key) => (key === 'headers' ? headers : Reflect.get(target, key, target))
		});
	const values: unknown[] = [];
	for await (const event of ticks({ fetch })) values.push(event.json);
	expect(values).toEqual([1]);
});

test('arguments that cannot be sent are an error at once, and nothing is sent', async () => {
	const one = sse('GET', '/one/{id}', [segment('id')]);
	const fetch = vi.fn();
	const { entries, callbacks } = log();
	await expect(one('..', { fetch, ...callbacks }).done).rejects.toThrow('id');
	expect(entries).toEqual(['error false', 'close']);
	await expect(one('..', { fetch })[Symbol.asyncIterator]().next()).rejects.toThrow('id');
	expect(fetch).not.toHaveBeenCalled();
});

test('headers that cannot be sent are an error at once, and nothing is sent', async () => {
	const fetch = vi.fn();
	const { entries, callbacks } = log();
	const stream = endless({ fetch, headers: { 'x-name': '\u20ac' }, ...callbacks });
	await expect(stream.done).rejects.toThrow(TypeError);
	expect(entries).toEqual(['error false', 'close']);
	expect(fetch).not.toHaveBeenCalled();
});

test('a redirect is followed', async () => {
	const { baseUrl } = await serve((exchange) => {
		if (exchange.request.url === '/ticks') {
			return void exchange.response.writeHead(307, { location: '/other' }).end();
		}
		exchange.events('data: 1\n\n');
	});
	for await (const event of ticks({ baseUrl })) {
		expect(event.json).toBe(1);
		break;
	}
});

// --- POST

test('a POST that breaks before an id is not sent again', async () => {
	const server = await serve((exchange) => {
		exchange.events('data: 1\n\n');
		setTimeout(exchange.cut, 10);
	});
	const { entries, callbacks } = log();
	await chat({}, { baseUrl: server.baseUrl, ...callbacks }).done.catch(() => {});
	expect(entries).toEqual(['open', '1', 'error false', 'close']);
	await pause(50);
	expect(server.exchanges).toHaveLength(1);
});

test('a POST that breaks after an id resumes, with its body', async () => {
	const bodies: string[] = [];
	const server = await serve(async (exchange) => {
		bodies.push(await bodyOf(exchange.request));
		exchange.events(`retry: 1\nid: ${exchange.count}\ndata: ${exchange.count}\n\n`);
		if (exchange.count === 1) setTimeout(exchange.cut, 10);
		else exchange.response.end();
	});
	const values: unknown[] = [];
	for await (const event of chat({ a: 1 }, { baseUrl: server.baseUrl })) values.push(event.json);
	expect(values).toEqual([1, 2]);
	expect(bodies).toEqual(['{"a":1}', '{"a":1}']);
	expect(server.exchanges[1]!.lastEventId).toBe('1');
});

test('a POST that is answered 503 is not sent again', async () => {
	const server = await serve(({ response }) => response.writeHead(503).end());
	await expect(
		chat({}, { baseUrl: server.baseUrl })[Symbol.asyncIterator]().next()
	).rejects.toMatchObject({ status: 503 });
	expect(server.exchanges).toHaveLength(1);
});

// --- A clean end

/** A server that ends each of its streams cleanly. */
const ending = () =>
	serve((exchange) => {
		exchange.events(`retry: 1\nid: ${exchange.count}\ndata: ${exchange.count}\n\n`);
		exchange.response.end();
	});

test.each([
	['endless', endless],
	['not known to be finite', ticks]
])('callbacks connect again after a clean end if the generator is %s', async (_, stream) => {
	const { baseUrl } = await ending();
	const { entries, callbacks } = log();
	const connection = stream({ baseUrl, ...callbacks });
	await until(() => entries.includes('2'));
	connection.close();
	expect(entries.slice(0, 5)).toEqual(['open', '1', 'error true', 'open', '2']);
});

test('a finite one is done, and nothing runs twice', async () => {
	const server = await ending();
	const { entries, callbacks } = log();
	await finite({ baseUrl: server.baseUrl, ...callbacks }).done;
	await pause(50);
	expect(entries).toEqual(['open', '1', 'close']);
	expect(server.exchanges).toHaveLength(1);
});

test('the EventSource style connects again after a clean end', async () => {
	const server = await ending();
	const source = ticks({ baseUrl: server.baseUrl });
	source.onmessage = () => {};
	await until(() => server.exchanges.length >= 2);
	source.close();
});

test('for iteration and POST a clean end is the end', async () => {
	const server = await ending();
	const values: unknown[] = [];
	for await (const event of endless({ baseUrl: server.baseUrl })) values.push(event.json);
	await chat(
		{},
		{ baseUrl: server.baseUrl, onMessage: (event: ServerEvent) => values.push(event.json) }
	).done;
	await pause(50);
	expect(values).toEqual([1, 2]);
	expect(server.exchanges).toHaveLength(2);
});

test('a finite stream that breaks is resumed nevertheless', async () => {
	const server = await serve((exchange) => {
		exchange.events(`retry: 1\n\ndata: ${exchange.count}\n\n`);
		setTimeout(exchange.count === 1 ? exchange.cut : () => exchange.response.end(), 10);
	});
	const { entries, callbacks } = log();
	await finite({ baseUrl: server.baseUrl, ...callbacks }).done;
	expect(entries).toEqual(['open', '1', 'error true', 'open', '2', 'close']);
});

// --- The option

test('reconnect: false ends it with the first break, and a clean end is the end', async () => {
	const server = await serve((exchange) => {
		exchange.events('data: 1\n\n');
		setTimeout(exchange.count === 1 ? exchange.cut : () => exchange.response.end(), 10);
	});
	const { entries, callbacks } = log();
	const options = { baseUrl: server.baseUrl, ...callbacks, reconnect: false };
	await endless(options).done.catch(() => {});
	await endless(options).done;
	expect(entries).toEqual(['open', '1', 'error false', 'close', 'open', '1', 'close']);
});

test('reconnect: { attempts, delay, maxDelay }', async () => {
	vi.spyOn(Math, 'random').mockReturnValue(0);
	const seen = delays();
	const server = await serve(({ response }) => response.writeHead(503).end());
	const { entries, callbacks } = log();
	const reconnect = { attempts: 3, delay: 2000, maxDelay: 5000 };
	await endless({ baseUrl: server.baseUrl, ...callbacks, reconnect }).done.catch(() => {});
	expect(entries).toEqual([...Array(3).fill('error true'), 'error false', 'close']);
	expect(seen).toEqual([2000, 4000, 4000]);
	expect(server.exchanges).toHaveLength(4);
});

test('reconnect: { afterEnd } decides what a clean end is, in every style', async () => {
	const server = await ending();
	const { baseUrl } = server;
	const values: unknown[] = [];
	for await (const event of ticks({ baseUrl, reconnect: { afterEnd: true } })) {
		if (values.push(event.json) === 2) break;
	}
	await endless({ baseUrl, onMessage() {}, reconnect: { afterEnd: false } }).done;
	expect(values).toEqual([1, 2]);
	expect(server.exchanges).toHaveLength(3);
});

test('reconnect: { withoutId } lets a POST run again, or a GET not', async () => {
	const server = await serve((exchange) => {
		exchange.events(`retry: 1\n\ndata: ${exchange.count}\n\n`);
		setTimeout(exchange.cut, 10);
	});
	const { baseUrl } = server;
	for await (const event of chat({}, { baseUrl, reconnect: { withoutId: true } })) {
		if (event.json === 2) break;
	}
	await expect(
		ticks({ baseUrl, onError() {}, reconnect: { withoutId: false } }).done
	).rejects.toThrow();
	expect(server.exchanges).toHaveLength(3);
});

test('headers may be a function, asked at each attempt', async () => {
	const server = await serve((exchange) => {
		exchange.events('retry: 1\n\ndata: 1\n\n');
		setTimeout(exchange.cut, 10);
	});
	let asked = 0;
	const connection = endless({
		baseUrl: server.baseUrl,
		headers: async () => ({ 'x-token': `t${++asked}` }),
		onError() {}
	});
	await until(() => server.exchanges.length === 3);
	connection.close();
	expect(server.exchanges.map(({ request }) => request.headers['x-token'])).toEqual([
		't1',
		't2',
		't3'
	]);
});

test('`timeout` is how long an attempt waits for an answer, not how long a stream lasts', async () => {
	const server = await serve(async (exchange) => {
		if (exchange.count === 1) return;
		exchange.events();
		await pause(150);
		exchange.write('data: 1\n\n');
	});
	const { entries, callbacks } = log();
	const connection = endless({
		baseUrl: server.baseUrl,
		timeout: 60,
		reconnect: { delay: 1 },
		...callbacks
	});
	await until(() => entries.includes('1'));
	connection.close();
	expect(entries).toEqual(['error true', 'open', '1', 'close']);
});

// --- Silence

/**
 * How long a stream waits for more once a comment has come after each of these gaps, on a clock of
 * its own; undefined: for ever.
 */
async function patience(...gaps: number[]): Promise<number | undefined> {
	let now = 0;
	let limit: number | undefined;
	let silent = false;
	vi.spyOn(Date, 'now').mockImplementation(() => now);
	const real = globalThis.setTimeout;
	const fake = (run: () => void, delay: number, ...rest: unknown[]) => {
		if (rest[0] === 'timeout') limit = delay;
		return real(run, delay, ...rest);
	};
	vi.spyOn(globalThis, 'setTimeout').mockImplementation(fake as typeof setTimeout);
	const body = new ReadableStream(
		{
			pull(controller) {
				const gap = gaps.shift();
				silent = gap === undefined;
				limit = silent ? limit : undefined;
				if (silent) return;
				now += gap!;
				controller.enqueue(new TextEncoder().encode(': ping\r\n\r\n'));
			}
		},
		{ highWaterMark: 0 }
	);
	const headers = { 'content-type': 'text/event-stream' };
	const connection = endless({ fetch: async () => new Response(body, { headers }), onOpen() {} });
	await until(() => silent);
	await pause();
	connection.close();
	return limit;
}

test.each([
	['about three times the gap between pings', [15_000, 15_000], 45_000],
	['without pings: for ever', [], undefined],
	['after a single comment: for ever', [15_000], undefined],
	['after comments without a rhythm: for ever', [15, 1, 1, 80, 300], undefined],
	['three times the longest gap, not the last one', [100, 200, 100, 100], 600]
])('how long silence is waited for: %s', async (_, gaps, limit) => {
	expect(await patience(...gaps)).toBe(limit);
});

/** A server that pings and then says nothing, on connections that stay open. */
const dying = () =>
	serve(async (exchange) => {
		exchange.events('retry: 1\n\ndata: 1\n\n');
		for (let i = 0; i < 3; i++) {
			await pause(40);
			exchange.write(': ping\r\n\r\n');
		}
	});

test('a connection that died silently is a break like any other', async () => {
	const server = await dying();
	const { entries, callbacks } = log();
	const connection = endless({ baseUrl: server.baseUrl, ...callbacks });
	await until(() => entries.filter((entry) => entry === 'open').length === 2);
	connection.close();
	expect(entries.slice(0, 4)).toEqual(['open', '1', 'error true', 'open']);
	await until(() => server.open === 0);
});

test('iteration notices it too', async () => {
	const { baseUrl } = await dying();
	let count = 0;
	for await (const _ of ticks({ baseUrl })) if (++count === 2) break;
	expect(count).toBe(2);
});

test('events between the pings, and a slow reader, do not make it look dead', async () => {
	const server = await serve(async (exchange) => {
		exchange.events();
		for (let i = 0; i < 12; i++) {
			await pause(30);
			exchange.write(i % 3 ? `data: ${i}\n\n` : ': ping\n\n');
		}
		exchange.write('data: last\n\n');
	});
	const { entries, callbacks } = log();
	const connection = endless({
		baseUrl: server.baseUrl,
		...callbacks,
		onMessage: async (event: ServerEvent) => {
			await pause(event.data === '5' ? 400 : 0);
			callbacks.onMessage(event);
		}
	});
	await until(() => entries.includes('last'));
	connection.close();
	expect(entries).not.toContain('error true');
});

test('a server that does not speak HTTP is a failure like any other', async () => {
	const sockets = new Set<Socket>();
	const server = createTcpServer((socket) => {
		sockets.add(socket);
		socket.end('nonsense\r\n\r\n');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close());
	const { port } = server.address() as { port: number };
	const reconnect = { attempts: 2, delay: 1 };
	await expect(
		ticks({ baseUrl: `http://127.0.0.1:${port}`, onError() {}, reconnect }).done
	).rejects.toMatchObject({ name: 'ApiError', status: 0 });
	expect(sockets.size).toBe(3);
});
