// After a thousand streams of each kind nothing is left: no connection, timer or listener.

import { getEventListeners } from 'node:events';
import * as $ from 'svelte/internal/client';
import { expect, test } from 'vitest';
import { file } from '../src/download.js';
import { ndjson } from '../src/ndjson.js';
import { sse } from '../src/sse.js';
import { live } from '../src/svelte.js';
import { chunks } from '../src/text.js';
import { pause, serve, until } from './stream-server.js';

const COUNT = 1000;
const AT_ONCE = 25;

const timers = (): number =>
	process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

/** A server whose answers never end, of the kind that the path says. */
const endless = () =>
	serve(async (exchange) => {
		const kind = exchange.request.url!.split('/')[1];
		if (kind === 'sse') return exchange.events('retry: 60000\nid: 1\n\n: ping\n\ndata: 1\n\n');
		if (kind === 'broken') return void exchange.response.writeHead(503).end();
		exchange.response.writeHead(200);
		exchange.write(kind === 'ndjson' ? '{"n": 1}\n' : 'text\n');
		return undefined;
	});

interface Options {
	baseUrl: string;
	signal: AbortSignal;
}

/** Opens a stream and ends it. */
const kinds: { [name: string]: (options: Options) => Promise<unknown> } = {
	'SSE, callbacks, close()': (options) =>
		new Promise((resolve) => {
			const connection = sse(
				'GET',
				'/sse'
			)({
				...options,
				onMessage: () => connection.close(),
				onClose: () => resolve(undefined)
			});
		}),
	'SSE, a loop that is left': async (options) => {
		for await (const _ of sse('GET', '/sse')(options)) break;
	},
	'SSE, listeners': (options) =>
		new Promise((resolve) => {
			const source = sse('GET', '/sse')(options);
			source.addEventListener('message', () => resolve(source.close()));
		}),
	'SSE, closed while it waits to connect again': (options) =>
		new Promise((resolve) => {
			const source = sse(
				'GET',
				'/broken'
			)({
				...options,
				reconnect: { delay: 60_000 },
				onError: () => setTimeout(() => resolve(source.close()))
			});
		}),
	'SSE, closed in onError': (options) =>
		new Promise((resolve) => {
			const source = sse(
				'GET',
				'/broken'
			)({
				...options,
				reconnect: { delay: 60_000 },
				onError: () => resolve(source.close())
			});
		}),
	'SSE, closed soon, with a timeout': async (options) => {
		const stream = sse('GET', '/sse')({ ...options, timeout: 60_000, onOpen() {} });
		await pause(10);
		stream.close();
	},
	'NDJSON, a loop that is left': async (options) => {
		for await (const _ of ndjson('GET', '/ndjson')(options)) break;
	},
	'NDJSON, readable().cancel()': async (options) => {
		const reader = ndjson('GET', '/ndjson')(options).readable().getReader();
		await reader.read();
		await reader.cancel();
	},
	'text, lines that are left': async (options) => {
		for await (const _ of chunks('GET', '/text')(options).lines()) break;
	},
	'a download that is aborted': async ({ baseUrl }) => {
		const controller = new AbortController();
		const onProgress = ({ loaded }: { loaded: number }) => loaded && controller.abort();
		await file('GET', '/file')({ baseUrl, signal: controller.signal, onProgress }).catch(() => {});
	},
	'live(), in a component that is destroyed': async ({ baseUrl }) => {
		const n = live(() => sse('GET', '/sse')({ baseUrl }));
		const destroy = $.effect_root(() => {
			$.user_effect(() => void n.current);
		});
		$.flush();
		await until(() => n.items.length);
		destroy();
	}
};

for (const [name, openAndEnd] of Object.entries(kinds)) {
	test(name, { timeout: 60_000 }, async () => {
		const server = await endless();
		const { signal } = new AbortController();
		await openAndEnd({ baseUrl: server.baseUrl, signal });
		await until(() => server.open === 0);
		const before = timers();
		for (let i = 0; i < COUNT; i += AT_ONCE) {
			const batch = Array.from({ length: AT_ONCE }, () =>
				openAndEnd({ baseUrl: server.baseUrl, signal })
			);
			await Promise.all(batch);
		}
		await until(() => server.open === 0);
		// The one that is closed soon may be too soon for its request.
		if (!name.includes('soon')) expect(server.exchanges.length).toBeGreaterThan(COUNT);
		expect(getEventListeners(signal, 'abort')).toHaveLength(0);
		// A few are Node's own: its connections that are kept for the next request.
		await until(() => timers() <= before + 5);
	});
}
