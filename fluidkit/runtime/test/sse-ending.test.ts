import { afterEach, expect, test, vi } from 'vitest';
import { type ServerEvent, sse } from '../src/sse.js';
import { pause, serve, until } from './stream-server.js';

afterEach(() => vi.restoreAllMocks());

const ticks = sse('GET', '/ticks', [], {}, { endless: true });

/** A server that sends an event every 5 ms and never ends. */
const ticking = () =>
	serve(async (exchange) => {
		exchange.events('retry: 20\n\n');
		for (let i = 0; !exchange.response.destroyed; i++) {
			exchange.write(`data: ${i}\n\n`);
			await pause(5);
		}
	});

/** Callbacks that note all that they are told. */
function notes() {
	const log: string[] = [];
	return {
		log,
		callbacks: {
			onOpen: () => log.push('open'),
			onMessage: () => log.push('message'),
			onError: (error: { status?: number }) => log.push(`error ${error.status}`),
			onClose: () => log.push('close')
		}
	};
}

// --- close(), and the signal, at each stage

interface Stage {
	name: string;
	/** Resolves when the stream is there. */
	reach(log: string[], server: { exchanges: unknown[] }): Promise<unknown>;
	server(): ReturnType<typeof serve>;
	seen: string[];
}

const stages: Stage[] = [
	{ name: 'before it starts', reach: async () => {}, server: ticking, seen: [] },
	{
		name: 'while it waits for an answer',
		server: () => serve(() => {}),
		reach: (_, { exchanges }) => until(() => exchanges.length),
		seen: []
	},
	{
		name: 'while it reads the body of an error',
		server: () =>
			serve(({ response, write }) => {
				response.writeHead(404);
				write('{');
			}),
		reach: async (_, { exchanges }) => {
			await until(() => exchanges.length);
			await pause(50);
		},
		seen: []
	},
	{
		name: 'when it is open, before any event',
		server: () => serve((exchange) => exchange.events()),
		reach: (log) => until(() => log.length),
		seen: ['open']
	},
	{
		name: 'between events',
		server: ticking,
		reach: (log) => until(() => log.includes('message')),
		seen: ['open', 'message']
	},
	{
		name: 'while it waits to connect again',
		server: () => serve(({ response }) => response.writeHead(503, { 'retry-after': '60' }).end()),
		reach: (log) => until(() => log.length),
		seen: ['error 503']
	}
];

for (const { name, reach, server: make, seen } of stages) {
	for (const way of ['close()', 'the signal'] as const) {
		test(`${way} ${name}: nothing but onClose after it, and the request ends`, async () => {
			const server = await make();
			const controller = new AbortController();
			const { log, callbacks } = notes();
			const { baseUrl } = server;
			const connection = ticks({ baseUrl, signal: controller.signal, ...callbacks });
			await reach(log, server);
			const before = log.length;
			if (way === 'close()') connection.close();
			else controller.abort();
			await until(() => log.includes('close'));
			expect(log.slice(before)).toEqual(['close']);
			expect([...new Set(log.slice(0, before))]).toEqual(seen);
			expect(connection.readyState).toBe(2);
			await until(() => server.open === 0);
			const { length } = server.exchanges;
			await pause(40);
			expect(log.length).toBe(before + 1);
			expect(server.exchanges).toHaveLength(length);
		});

		test(`${way} ends iteration ${name}`, async () => {
			const server = await make();
			const controller = new AbortController();
			const { log, callbacks } = notes();
			const { baseUrl } = server;
			const { onOpen, onError } = callbacks;
			const stream = ticks({ baseUrl, signal: controller.signal, onOpen, onError });
			const consumed = (async () => {
				for await (const _ of stream) log.push('message');
			})();
			consumed.catch(() => {});
			await reach(log, server);
			if (way === 'close()') {
				stream.close();
				await consumed;
			} else {
				controller.abort(new Error('mine'));
				await expect(consumed).rejects.toThrow('mine');
			}
			await until(() => server.open === 0);
		});
	}
}

test('a signal that is aborted already: nothing is sent, and iteration throws its reason', async () => {
	const server = await ticking();
	const { log, callbacks } = notes();
	const options = { baseUrl: server.baseUrl, signal: AbortSignal.abort(new Error('early')) };
	ticks({ ...options, ...callbacks });
	await until(() => log.length);
	expect(log).toEqual(['close']);
	await expect(ticks(options)[Symbol.asyncIterator]().next()).rejects.toThrow('early');
	expect(server.exchanges).toHaveLength(0);
});

test('a stream leaves no listener on a signal that lives on', async () => {
	const server = await ticking();
	const { signal } = new AbortController();
	const add = vi.spyOn(signal, 'addEventListener');
	const remove = vi.spyOn(signal, 'removeEventListener');
	for await (const _ of ticks({ baseUrl: server.baseUrl, signal })) break;
	expect(add).toHaveBeenCalled();
	expect(remove).toHaveBeenCalledTimes(1);
	expect(remove.mock.calls[0]![1]).toBe(add.mock.calls[0]![1]);
});

test('close() within a callback: no further event, though more have arrived', async () => {
	const server = await serve((exchange) => exchange.events('data: 1\n\ndata: 2\n\ndata: 3\n\n'));
	const log: string[] = [];
	const connection = ticks({
		baseUrl: server.baseUrl,
		onMessage: (event: ServerEvent) => {
			log.push(event.data);
			connection.close();
		},
		onClose: () => log.push('close')
	});
	await until(() => log.includes('close'));
	await pause(20);
	expect(log).toEqual(['1', 'close']);
	await until(() => server.open === 0);
});

test.each(['onOpen', 'onError'])('close() within %s', async (name) => {
	const server = await serve((exchange) => {
		if (name === 'onError') return void exchange.response.writeHead(503).end();
		exchange.events('data: 1\n\n');
	});
	const { log, callbacks } = notes();
	const connection = ticks({
		baseUrl: server.baseUrl,
		...callbacks,
		[name]: () => {
			log.push(name);
			connection.close();
		}
	});
	await until(() => log.includes('close'));
	await pause(30);
	expect(log).toEqual([name, 'close']);
	expect(server.exchanges).toHaveLength(1);
	await until(() => server.open === 0);
});

test('close() within a loop ends it', async () => {
	const server = await serve((exchange) => exchange.events('data: 1\n\ndata: 2\n\n'));
	const stream = ticks({ baseUrl: server.baseUrl });
	const seen: unknown[] = [];
	for await (const event of stream) {
		seen.push(event.json);
		stream.close();
	}
	expect(seen).toEqual([1]);
});

test('close() twice calls onClose once; so does an end that comes with it', async () => {
	const server = await ticking();
	const onClose = vi.fn();
	const connection = ticks({ baseUrl: server.baseUrl, onOpen: () => connection.close(), onClose });
	await until(() => onClose.mock.calls.length);
	connection.close();
	await pause(20);
	expect(onClose).toHaveBeenCalledTimes(1);
});

test('a fetch that ignores its signal, and a body that cannot be cancelled, hold nothing back', async () => {
	const stuck = new ReadableStream({ cancel: () => new Promise(() => {}) });
	const response = new Response(stuck, { headers: { 'content-type': 'text/event-stream' } });
	const { log, callbacks } = notes();
	const connection = ticks({ fetch: async () => response, ...callbacks });
	await until(() => log.includes('open'));
	connection.close();
	await connection.done;
	expect(log).toEqual(['open', 'close']);
	const never = ticks({ fetch: () => new Promise<Response>(() => {}) });
	const next = never[Symbol.asyncIterator]().next();
	await pause();
	never.close();
	expect(await next).toEqual({ done: true, value: undefined });
});

test('close() cancels the body of a fetch that ignores its signal', async () => {
	const cancel = vi.fn();
	const headers = { 'content-type': 'text/event-stream' };
	const { log, callbacks } = notes();
	const fetch = async () => new Response(new ReadableStream({ cancel }), { headers });
	const connection = ticks({ fetch, ...callbacks });
	await until(() => log.includes('open'));
	connection.close();
	await connection.done;
	expect(cancel).toHaveBeenCalledOnce();
});

test('a body that breaks for no reason is a break like any other', async () => {
	const body = new ReadableStream({
		// Not at once: what has been read counts.
		pull: (controller) => controller.error()
	});
	const headers = { 'content-type': 'text/event-stream' };
	const { log, callbacks } = notes();
	const fetch = async () => new Response(body, { headers });
	const connection = ticks({ fetch, ...callbacks, reconnect: false });
	await expect(connection.done).rejects.toMatchObject({ name: 'ApiError', status: 0 });
	expect(log).toEqual(['open', 'error 0', 'close']);
});

// --- Errors of callbacks

test.each(['onOpen', 'onMessage', 'on', 'async onMessage', 'a listener', 'onopen'])(
	'an error in %s goes to onError, ends the stream, and is no unhandled rejection',
	async (name) => {
		const server = await ticking();
		const unhandled = vi.fn();
		process.on('unhandledRejection', unhandled);
		const log: unknown[] = [];
		const mine = new Error('mine');
		const fail = () => {
			throw mine;
		};
		const source = ticks({
			baseUrl: server.baseUrl,
			onError: (error: unknown) => log.push(error),
			onClose: () => log.push('close'),
			...(name === 'onOpen' && { onOpen: fail }),
			...(name === 'onMessage' && { onMessage: fail }),
			...(name === 'async onMessage' && { onMessage: async () => fail() }),
			...(name === 'on' && { on: { message: fail } })
		});
		if (name === 'a listener') source.addEventListener('message', fail);
		if (name === 'onopen') source.onopen = fail;
		await until(() => log.includes('close'));
		expect(log).toEqual([mine, 'close']);
		expect(mine).toMatchObject({ willReconnect: false });
		await until(() => server.open === 0);
		await pause(30);
		expect(server.exchanges).toHaveLength(1);
		process.off('unhandledRejection', unhandled);
		expect(unhandled).not.toHaveBeenCalled();
	}
);

test('without onError, what ends a stream is shown in the console', async () => {
	const server = await ticking();
	const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
	const error = new Error('mine');
	ticks({
		baseUrl: server.baseUrl,
		onMessage() {
			throw error;
		}
	});
	await until(() => shown.mock.calls.length);
	expect(shown).toHaveBeenCalledWith(error);
});

test('an error in onError itself ends the stream, one in onClose is shown', async () => {
	const server = await serve(({ response }) => response.writeHead(503).end());
	const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
	const onError = vi.fn(() => {
		throw new Error('in onError');
	});
	ticks({
		baseUrl: server.baseUrl,
		onError,
		onClose() {
			throw new Error('in onClose');
		}
	});
	await until(() => shown.mock.calls.length === 2);
	const messages = shown.mock.calls.map(([error]) => error.message);
	expect(messages.sort()).toEqual(['in onClose', 'in onError']);
	expect(onError).toHaveBeenCalledTimes(2);
	expect(server.exchanges).toHaveLength(1);
});

test('what is thrown may be frozen, or no error at all', async () => {
	const server = await ticking();
	const seen: unknown[] = [];
	for (const thrown of [Object.freeze(new Error('frozen')), 'text', undefined]) {
		const onMessage = () => {
			throw thrown;
		};
		const onError = (error: unknown) => seen.push([error]);
		ticks({ baseUrl: server.baseUrl, onMessage, onError });
	}
	await until(() => seen.length === 3);
	expect(seen).toHaveLength(3);
	expect(seen).toContainEqual(['text']);
	expect(seen).toContainEqual([undefined]);
	expect(seen).toContainEqual([expect.objectContaining({ message: 'frozen' })]);
});

test('data that is no JSON is an error where JSON is asked for, and none elsewhere', async () => {
	const server = await serve((exchange) => exchange.events('data: {no\n\n'));
	const { log, callbacks } = notes();
	ticks({ baseUrl: server.baseUrl, ...callbacks });
	await until(() => log.includes('message'));
	expect(log).toEqual(['open', 'message']);
	const onError = vi.fn();
	ticks({ baseUrl: server.baseUrl, on: { message() {} }, onError });
	await until(() => onError.mock.calls.length);
	expect(onError.mock.calls[0]![0]).toBeInstanceOf(SyntaxError);
});

// --- Backpressure

test('an async callback is awaited before the next event', async () => {
	const server = await serve((exchange) => exchange.events('data: 1\n\ndata: 2\n\ndata: 3\n\n'));
	const log: string[] = [];
	const connection = ticks({
		baseUrl: server.baseUrl,
		onMessage: async ({ data }: ServerEvent) => {
			log.push(`begin ${data}`);
			await pause(10);
			log.push(`end ${data}`);
		}
	});
	await until(() => log.length === 6);
	connection.close();
	expect(log).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
});

test('close() while an async callback runs: its end, or error, changes nothing', async () => {
	const server = await ticking();
	const { log, callbacks } = notes();
	let fail!: (error: Error) => void;
	const connection = ticks({
		baseUrl: server.baseUrl,
		...callbacks,
		onMessage: () => new Promise((_, reject) => (fail = reject))
	});
	await until(() => fail);
	connection.close();
	fail(new Error('late'));
	await pause(30);
	expect(log).toEqual(['open', 'close']);
	await until(() => server.open === 0);
});

/** A server that writes as fast as it is read, and how much it has written. */
async function flood(total: number) {
	const sent = { events: 0 };
	const server = await serve(async (exchange) => {
		exchange.events();
		const block = 'event: tick\r\ndata: {"n": 1, "text": "some words"}\r\n\r\n'.repeat(1000);
		const { response } = exchange;
		while (sent.events < total && !response.destroyed) {
			sent.events += 1000;
			if (response.write(block)) continue;
			await Promise.race([new Promise((drain) => response.once('drain', drain)), exchange.left]);
		}
		response.end();
	});
	return { ...server, sent };
}

test('who iterates slowly is not sent more than buffers hold', async () => {
	const { baseUrl, sent } = await flood(2_000_000);
	let seen = 0;
	for await (const _ of ticks({ baseUrl })) {
		if (++seen === 3) break;
		await pause(300);
	}
	expect(sent.events).toBeLessThan(400_000);
});

test('two million events pass through a reader in flat memory', { timeout: 120_000 }, async () => {
	const { baseUrl } = await flood(2_000_000);
	const heap: number[] = [];
	let seen = 0;
	for await (const event of ticks({ baseUrl })) {
		if (`${event.type}` !== 'tick') throw new Error(`${event.type}`);
		if (++seen % 100_000 === 0) {
			// Slow now and then, so that the server is ahead.
			await pause(10);
			globalThis.gc?.();
			heap.push(process.memoryUsage().heapUsed);
		}
	}
	expect(seen).toBe(2_000_000);
	const [early, late] = [Math.max(...heap.slice(0, 5)), Math.max(...heap.slice(-5))];
	expect(late - early).toBeLessThan(40e6);
});
