// What the page of chromium.test.ts does; the results are sent back as JSON.

import { file } from '/generated/runtime/download.js';
import { ndjson } from '/generated/runtime/ndjson.js';
import { sse } from '/generated/runtime/sse.js';
import { chunks } from '/generated/runtime/text.js';

const results = {};
const run = async (name, body) => {
	const late = new Promise((resolve) => setTimeout(resolve, 60_000, 'never'));
	results[name] = await Promise.race([body().catch((error) => `${error}`), late]);
};
await run('callbacks', async () => {
	const seen = [];
	await new Promise((resolve) => {
		const connection = sse(
			'GET',
			'/events'
		)({
			on: { tick: (n) => seen.push(n) === 3 && connection.close() },
			onClose: resolve
		});
	});
	return seen;
});
await run('reconnect', async () => {
	const seen = [];
	for await (const event of sse('GET', '/broken')()) if (seen.push(event.json) === 3) break;
	return seen;
});
await run('EventSource', async () => {
	const source = sse('GET', '/events')();
	const data = await new Promise((resolve) => {
		source.addEventListener('tick', (event) => resolve([event.data, source.readyState]));
	});
	source.close();
	return data;
});
await run('records', async () => {
	const seen = [];
	for await (const record of ndjson('GET', '/records')()) seen.push(record);
	return seen;
});
await run('readable', async () => {
	const reader = ndjson('GET', '/records')().readable().getReader();
	const first = await reader.read();
	await reader.cancel();
	return first;
});
await run('lines', async () => {
	const seen = [];
	for await (const line of chunks('GET', '/text')().lines()) seen.push(line);
	return seen;
});
await run('download', async () => {
	const progress = [];
	const got = await file('GET', '/file')({ onProgress: (p) => progress.push(p) });
	return [got.name, got.size, got instanceof File, progress.at(-1)];
});
await run('404', () => ndjson('GET', '/nothing')({ onError() {} }).done);
await run('abort', async () => {
	const controller = new AbortController();
	setTimeout(() => controller.abort(), 50);
	for await (const _ of sse('GET', '/events')({ signal: controller.signal }));
	return 'no error';
});
await run('many', async () => {
	for (let i = 0; i < 300; i++) {
		for await (const _ of sse('GET', '/events')()) break;
		for await (const _ of ndjson('GET', '/endless')()) break;
		for await (const _ of chunks('GET', '/endless')().lines()) break;
	}
	return 'done';
});
await fetch('/report', { method: 'POST', body: JSON.stringify(results) });
