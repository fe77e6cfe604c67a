// The built form in a browser that is on this machine, without a bundler.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { bodyOf, type Exchange, pause, serve, until } from './stream-server.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find((name) => {
	try {
		return execFileSync('which', [name]).length;
	} catch {
		return false;
	}
});

function answer(exchange: Exchange, report: (results: unknown) => void): unknown {
	const { request, response, write } = exchange;
	const path = request.url!.replace(/^\/api/, '');
	switch (path) {
		case '/':
			response.writeHead(200, { 'content-type': 'text/html' });
			return response.end('<script type="module" src="/page.js"></script>');
		case '/page.js':
			response.writeHead(200, { 'content-type': 'text/javascript' });
			return response.end(readFileSync(new URL('./chromium-page.js', import.meta.url)));
		case '/report':
			return bodyOf(request).then((body) => {
				response.end();
				report(JSON.parse(body));
			});
		case '/events':
			return exchange.events('event: tick\r\ndata: 1\r\n\r\n'.repeat(3));
		case '/broken': {
			const last = Buffer.from(exchange.lastEventId ?? '', 'latin1').toString();
			exchange.events(`retry: 1\n\nid: ${last}♥\ndata: ${JSON.stringify(last)}\n\n`);
			return setTimeout(exchange.cut, 10);
		}
		case '/records':
			return response.writeHead(200).end('{"n":1}\n{"n":2}\n');
		case '/endless':
			response.writeHead(200);
			return write('1\n');
		case '/text':
			return response.writeHead(200).end('a\r\nné ♥');
		case '/file':
			response.writeHead(200, {
				'content-disposition': `attachment; filename*=utf-8''n%C3%A9.bin`,
				'content-length': '100000'
			});
			return response.end(Buffer.alloc(100_000));
		case '/nothing':
			return response.writeHead(404).end('{"detail": "nothing here"}');
		case '/generated/settings.js':
			response.writeHead(200, { 'content-type': 'text/javascript' });
			return response.end(readFileSync(join(root, 'settings.js')));
	}
	if (/^\/generated\/runtime\/[\w.-]+\.js$/.test(path)) {
		const name = path.split('/').pop()!;
		const neutral = name.replace('.js', '.neutral.js');
		response.writeHead(200, { 'content-type': 'text/javascript' });
		const file = (name: string) => readFileSync(join(root, 'dist', name));
		return response.end(/^kit(-server)?\.js$/.test(name) ? file(neutral) : file(name));
	}
	return response.writeHead(404).end();
}

test.skipIf(!browser)('all of it in a browser', { timeout: 150_000 }, async () => {
	let results: any;
	const server = await serve((exchange) => answer(exchange, (value) => (results = value)));
	const profile = mkdtempSync(join(tmpdir(), 'fluidkit-browser-'));
	const flags =
		'--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync ' +
		'--disable-background-networking --disable-component-update';
	const child = spawn(browser!, [
		...flags.split(' '),
		`--user-data-dir=${profile}`,
		server.baseUrl
	]);
	onTestFinished(async () => {
		child.kill();
		await new Promise((resolve) => child.on('exit', resolve));
		await pause(100);
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	});
	await until(() => results, 120_000);
	expect(results).toEqual({
		callbacks: [1, 1, 1],
		reconnect: ['', '♥', '♥♥'],
		EventSource: ['1', 1],
		records: [{ n: 1 }, { n: 2 }],
		readable: { done: false, value: { n: 1 } },
		lines: ['a', 'né ♥'],
		download: ['né.bin', 100_000, true, { loaded: 100_000, total: 100_000 }],
		'404': 'ApiError: GET /nothing: 404 nothing here',
		abort: 'AbortError: signal is aborted without reason',
		many: 'done'
	});
	// Whatever was left ends on the server too: nearly all at once, the rest within 5 s, as Chromium
	// reads on for so long if it was just about to read (HttpResponseBodyDrainer).
	const open = () => server.exchanges.filter(({ response }) => !response.closed);
	await until(() => open().length < 30);
	await until(() => open().length === 0, 8000);
});
