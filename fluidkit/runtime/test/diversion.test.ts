// Streams that go straight to the app in development.

import { afterEach, expect, test, vi } from 'vitest';
import { configure, json, segment } from '../src/client.js';
import { ndjson } from '../src/ndjson.js';

const settings = vi.hoisted(() => ({
	prefix: '/api',
	backendUrl: 'http://127.0.0.1:1',
	streamUrl: 'http://localhost:8000',
	proxy: true
}));
vi.mock('../settings.js', () => settings);
// As in a browser.
vi.mock(import('../src/host.js'), async (original) => ({
	...(await original()),
	node: () => false
}));

const lines = ndjson('GET', '/lines/{n}', [segment('n')]);

/** Where requests go, and with which credentials. */
function fetched() {
	const seen: [string, string | undefined][] = [];
	vi.stubEnv('SSR', false);
	vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
		seen.push([url, init.credentials]);
		return new Response('{"a":1}\n');
	});
	return seen;
}

afterEach(() => {
	vi.unstubAllGlobals();
	vi.unstubAllEnvs();
	configure({ baseUrl: undefined, fetch: undefined });
	settings.streamUrl = 'http://localhost:8000';
});

async function read(stream: AsyncIterable<unknown>): Promise<void> {
	for await (const item of stream) expect(item).toEqual({ a: 1 });
}

test('a stream goes to the app itself with the cookies, a call does not', async () => {
	const seen = fetched();
	await read(lines(1));
	await json('GET', '/x')();
	expect(seen).toEqual([
		['http://localhost:8000/lines/1', 'include'],
		['/api/x', undefined]
	]);
});

test('who says where it goes is heard', async () => {
	const seen = fetched();
	await read(lines(1, { baseUrl: '/other' }));
	configure({ baseUrl: '/configured' });
	await read(lines(1));
	expect(seen).toEqual([
		['/other/lines/1', undefined],
		['/configured/lines/1', undefined]
	]);
});

test('without the setting it goes where every call goes', async () => {
	settings.streamUrl = '';
	const seen = fetched();
	await read(lines(1));
	expect(seen).toEqual([['/api/lines/1', undefined]]);
});
