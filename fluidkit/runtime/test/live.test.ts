// Svelte's own runtime, without its compiler: these are the calls that the compiler writes.
import * as $ from 'svelte/internal/client';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { segment } from '../src/client.js';
import { ndjson } from '../src/ndjson.js';
import { type ServerEvent, sse } from '../src/sse.js';
import { type Live, live } from '../src/svelte.js';
import { chunks } from '../src/text.js';
import { pause, serve, until } from './stream-server.js';

const ticks = sse('GET', '/ticks', [], {}, { endless: true });
const ticks_of = sse('GET', '/ticks/{user}', [segment('user')], {}, { endless: true });

// What ends a stream that has no `onError` is shown there.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

/** A component that does this with each change; the result destroys it. */
function component(effect: () => void): () => void {
	const destroy = $.effect_root(() => {
		$.user_effect(effect);
	});
	$.flush();
	onTestFinished(destroy);
	return destroy;
}

/** All that a component saw. */
function watch<T, V>(n: Live<T>, read: (n: Live<T>) => V): { seen: V[]; destroy: () => void } {
	const seen: V[] = [];
	return { seen, destroy: component(() => void seen.push(read(n))) };
}

const value = (event: ServerEvent | undefined): unknown => event?.json;

/** A server that sends these numbers, one at a time, and stays. */
const counting = (count: number, gap = 10) =>
	serve(async (exchange) => {
		exchange.events('retry: 20\n\n');
		for (let i = 1; i <= count; i++) {
			exchange.write(`id: ${i}\ndata: ${i}\n\n`);
			await pause(gap);
		}
	});

/** A server that sends the numbers up to this one, each when the one before it has been seen. */
const stepping = (count: number, seen: () => unknown) =>
	serve(async (exchange) => {
		exchange.events();
		for (let i = 1; i <= count; i++) {
			exchange.write(`data: ${i}\n\n`);
			await until(() => seen() === i, 10_000);
		}
	});

test('current follows the stream, and readers run with each change', async () => {
	const seen: unknown[] = [];
	const { baseUrl } = await stepping(3, () => seen.at(-1));
	const n = live<any>(() => ticks({ baseUrl }));
	component(() => void seen.push(value(n.current)));
	expect(seen).toEqual([undefined]);
	await until(() => seen.at(-1) === 3);
	expect([...new Set(seen)]).toEqual([undefined, 1, 2, 3]);
});

test('items are the newest hundred, the oldest first; `keep` sets how many', async () => {
	const { baseUrl } = await counting(250, 0);
	const hundred = live<any>(() => ticks({ baseUrl }));
	const three = live<any>(() => ticks({ baseUrl }), { keep: 3 });
	component(() => void [hundred.items, three.items]);
	await until(() => value(hundred.current) === 250 && value(three.current) === 250);
	expect(hundred.items.map(value)).toEqual(Array.from({ length: 100 }, (_, i) => 151 + i));
	expect(three.items.map(value)).toEqual([248, 249, 250]);
	const none = live<any>(() => ticks({ baseUrl }), { keep: 0 });
	component(() => void none.status);
	await until(() => none.status === 'open');
	await pause(50);
	expect(none.items).toEqual([]);
});

test('each change is a new array, as `$derived` and `{#each}` want it', async () => {
	const seen: (readonly unknown[])[] = [];
	const { baseUrl } = await stepping(3, () => seen.at(-1)?.length);
	const n = live(() => ticks({ baseUrl }));
	component(() => void seen.push(n.items));
	await until(() => seen.at(-1)?.length === 3);
	expect(seen[0]).toHaveLength(0);
	expect(new Set(seen).size).toBeGreaterThan(3);
});

test('nothing is sent until something reads, and reading outside of effects starts nothing', async () => {
	const { baseUrl, exchanges } = await counting(1);
	const n = live(() => ticks({ baseUrl }));
	expect([n.current, n.items, n.status, n.error]).toEqual([undefined, [], 'connecting', undefined]);
	await pause(40);
	expect(exchanges).toHaveLength(0);
});

test('many readers share one stream', async () => {
	const { baseUrl, exchanges } = await counting(2);
	const n = live<any>(() => ticks({ baseUrl }));
	const one = watch(n, (n) => value(n.current));
	const two = watch(n, (n) => n.items.length);
	await until(() => one.seen.at(-1) === 2 && two.seen.at(-1) === 2);
	expect(exchanges).toHaveLength(1);
});

test('it works within $derived', async () => {
	const { baseUrl } = await counting(2);
	const n = live<any>(() => ticks({ baseUrl }));
	const seen: unknown[] = [];
	const destroy = $.effect_root(() => {
		const twice = $.derived(() => Number(value(n.current) ?? 0) * 2);
		$.user_effect(() => void seen.push($.get(twice)));
	});
	$.flush();
	await until(() => seen.at(-1) === 4);
	destroy();
	expect(seen[0]).toBe(0);
});

test('the stream ends with its last reader, in the client and on the server', async () => {
	const server = await counting(1);
	const n = live(() => ticks({ baseUrl: server.baseUrl }));
	const one = component(() => void n.current);
	const two = component(() => void n.status);
	await until(() => n.status === 'open');
	one();
	await pause(30);
	expect(server.open).toBe(1);
	two();
	await until(() => server.open === 0);
	expect(n.status).toBe('closed');
});

test('a reader that comes back later begins anew', async () => {
	const server = await counting(2);
	const n = live<any>(() => ticks({ baseUrl: server.baseUrl }));
	const first = watch(n, (n) => value(n.current));
	await until(() => first.seen.at(-1) === 2);
	first.destroy();
	await until(() => server.open === 0);
	const second = watch(n, (n) => value(n.current));
	expect(second.seen).toEqual([undefined]);
	await until(() => second.seen.at(-1) === 2);
	expect(server.exchanges).toHaveLength(2);
});

test('when state that the function reads changes, the stream is exchanged', async () => {
	const server = await serve((exchange) =>
		exchange.events(`data: ${JSON.stringify(exchange.request.url)}\n\n`)
	);
	const user = $.state('a');
	const n = live<any>(() => ticks_of($.get(user), { baseUrl: server.baseUrl }));
	const { seen } = watch(n, (n) => value(n.current));
	await until(() => seen.at(-1) === '/ticks/a');
	$.set(user, 'b');
	$.flush();
	expect(seen.at(-1)).toBeUndefined();
	await until(() => seen.at(-1) === '/ticks/b');
	await until(() => server.open === 1);
	expect(server.exchanges).toHaveLength(2);
	// What belonged to the first is gone before the second has anything.
	expect([...new Set(seen)]).toEqual([undefined, '/ticks/a', '/ticks/b']);
	expect(seen[seen.indexOf('/ticks/b') - 1]).toBeUndefined();
});

test('status and error: a break, the connection again, and an end', async () => {
	const server = await serve((exchange) => {
		if (exchange.count === 3) return void exchange.response.writeHead(403).end('{"detail": "no"}');
		exchange.events(`retry: 40\n\ndata: ${exchange.count}\n\n`);
		setTimeout(exchange.cut, 40);
	});
	const { seen } = watch(
		live(() => ticks({ baseUrl: server.baseUrl })),
		(n) => [n.status, n.error?.willReconnect, n.error?.detail]
	);
	await until(() => seen.at(-1)?.[0] === 'error');
	const distinct = seen.filter((entry, i) => String(entry) !== String(seen[i - 1]));
	expect(distinct).toEqual([
		['connecting', undefined, undefined],
		['open', undefined, undefined],
		['reconnecting', true, undefined],
		['open', undefined, undefined],
		['reconnecting', true, undefined],
		['error', false, 'no']
	]);
});

test('a clean end of an endless stream is a break; of a finite one, the end', async () => {
	const server = await serve((exchange) => {
		exchange.events(`retry: 5\n\ndata: ${exchange.count}\n\n`);
		exchange.response.end();
	});
	const { baseUrl } = server;
	const n = live<any>(() => ticks({ baseUrl }));
	const destroy = component(() => void n.current);
	await until(() => value(n.current) === 3);
	destroy();
	const finite = sse('GET', '/ticks', [], {}, { endless: false });
	const { seen } = watch(
		live(() => finite({ baseUrl })),
		(n) => [n.status, n.items.length]
	);
	await until(() => seen.at(-1)?.[0] === 'closed');
	expect(seen.at(-1)).toEqual(['closed', 1]);
});

test('a sentinel is no item', async () => {
	const { baseUrl } = await serve((exchange) => {
		exchange.events('data: 1\n\ndata: [DONE]\n\n');
		exchange.response.end();
	});
	const n = live<any>(() => sse('GET', '/tokens')({ baseUrl }));
	const { seen } = watch(n, (n) => n.status);
	await until(() => seen.at(-1) === 'closed');
	expect(n.items.map(value)).toEqual([1]);
});

test('NDJSON and text streams are live as well', async () => {
	const server = await serve(({ response }) => response.writeHead(200).end('1\n2\n'));
	const { baseUrl } = server;
	const records = watch(
		live(() => ndjson('GET', '/n')({ baseUrl })),
		(n) => n.current
	);
	const text = watch(
		live<string>(() => chunks('GET', '/t')({ baseUrl })),
		(n) => n.items.join('')
	);
	await until(() => records.seen.at(-1) === 2 && text.seen.at(-1) === '1\n2\n');
});

test('a stream that broke for good is begun again by restart()', async () => {
	const server = await serve((exchange) => {
		exchange.response.writeHead(200);
		exchange.write(`${exchange.count}\n`);
		setTimeout(exchange.count === 1 ? exchange.cut : () => exchange.response.end(), 20);
	});
	const n = live(() => ndjson('GET', '/n')({ baseUrl: server.baseUrl }));
	const { seen } = watch(n, (n) => [n.status, n.current]);
	await until(() => n.status === 'error');
	expect(n.current).toBe(1);
	n.restart();
	$.flush();
	expect(seen.at(-1)).toEqual(['connecting', undefined]);
	await until(() => n.status === 'closed');
	expect(n.current).toBe(2);
	expect(n.error).toBeUndefined();
});

test('close() ends the stream; what it has brought stays', async () => {
	const server = await counting(2);
	const n = live<any>(() => ticks({ baseUrl: server.baseUrl }));
	const { seen } = watch(n, (n) => [n.status, value(n.current)]);
	await until(() => value(n.current) === 2);
	n.close();
	await until(() => seen.at(-1)?.[0] === 'closed');
	expect(seen.at(-1)).toEqual(['closed', 2]);
	await until(() => server.open === 0);
});

test('who reads nothing but the error starts the stream, and is told', async () => {
	const { baseUrl } = await serve(({ response }) => response.writeHead(403).end());
	const n = live(() => ticks({ baseUrl }));
	const { seen } = watch(n, (n) => n.error?.status);
	await until(() => seen.at(-1) === 403);
});

test('close() between attempts leaves the error to be read', async () => {
	const { baseUrl } = await serve(({ response }) =>
		response.writeHead(503, { 'retry-after': '60' }).end()
	);
	const n = live(() => ticks({ baseUrl }));
	const { seen } = watch(n, (n) => [n.status, n.error?.status]);
	await until(() => n.status === 'reconnecting');
	n.close();
	await until(() => seen.at(-1)?.[0] === 'closed');
	expect(seen.at(-1)).toEqual(['closed', 503]);
});

test('once the last reader has left, neither state nor restart() begins a stream', async () => {
	const server = await counting(1);
	const user = $.state('a');
	const n = live(() => ticks_of($.get(user), { baseUrl: server.baseUrl }));
	const destroy = component(() => void n.current);
	await until(() => n.status === 'open');
	destroy();
	await until(() => server.open === 0);
	$.set(user, 'b');
	$.flush();
	n.restart();
	await pause(40);
	expect(server.exchanges).toHaveLength(1);
});

test('restart() without a reader starts nothing', async () => {
	const { baseUrl, exchanges } = await counting(1);
	live(() => ticks({ baseUrl })).restart();
	await pause(30);
	expect(exchanges).toHaveLength(0);
});

test('an error in the function is the error of the stream', () => {
	const n = live<string>(() => {
		throw new Error('mine');
	});
	const { seen } = watch(n, (n) => [n.status, n.error?.message]);
	expect(seen.at(-1)).toEqual(['error', 'mine']);
});

test('the callbacks of the stream itself are called too, on one connection', async () => {
	const { baseUrl, exchanges } = await counting(2);
	const onMessage = vi.fn();
	const n = live<any>(() => ticks({ baseUrl, onMessage }));
	const destroy = component(() => void n.current);
	await until(() => value(n.current) === 2);
	destroy();
	expect(onMessage).toHaveBeenCalledTimes(2);
	expect(exchanges).toHaveLength(1);
});

test('many events in one read are one change', async () => {
	const { baseUrl } = await serve((exchange) => exchange.events('data: 1\n\n'.repeat(1000)));
	const { seen } = watch(
		live(() => ticks({ baseUrl })),
		(n) => n.items.length
	);
	await until(() => seen.at(-1) === 100);
	expect(seen.length).toBeLessThan(10);
});
