// Whole clients, from the bytes of a response to JSON values in a loop: `npm run clients`.
//
// Each gets the same `fetch`, so what is measured is all that a client does with an answer.

import { createRequire } from 'node:module';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { sse } from '../fluidkit/runtime/dist/sse.js';
import { pieces, spent } from './measuring.mjs';

const { buildSync } = createRequire(new URL('../fluidkit/runtime/', import.meta.url))('esbuild');

/** The generated client is TypeScript. */
function compiled(entry) {
	const [{ text }] = buildSync({
		entryPoints: [new URL(entry, import.meta.url).pathname],
		bundle: true,
		write: false,
		format: 'esm'
	}).outputFiles;
	return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

const { streamNotifications } = await compiled('hey-api/client/index.ts');
const stream_notifications = sse('GET', '/notifications', [], {}, { endless: false });

const answering = (bytes, size) => async () => {
	const chunks = pieces(bytes, size);
	return new Response(
		new ReadableStream({
			pull(controller) {
				const chunk = chunks.shift();
				if (chunk) controller.enqueue(chunk);
				else controller.close();
			}
		}),
		{ headers: { 'content-type': 'text/event-stream' } }
	);
};

/** Each reads all events, and returns the length of their messages. */
const clients = {
	async 'fluidkit, for await'(fetch) {
		let length = 0;
		for await (const { json } of stream_notifications({ fetch })) length += json.message.length;
		return length;
	},
	async 'fluidkit, on'(fetch) {
		let length = 0;
		const on = { notification: (n) => (length += n.message.length) };
		await stream_notifications({ fetch, on }).done;
		return length;
	},
	async 'hey-api'(fetch) {
		let length = 0;
		const { stream } = await streamNotifications({ fetch, baseUrl: 'http://localhost' });
		for await (const { message } of stream) length += message.length;
		return length;
	},
	async 'eventsource-parser'(fetch) {
		let length = 0;
		const events = (await fetch()).body
			.pipeThrough(new TextDecoderStream())
			.pipeThrough(new EventSourceParserStream());
		for await (const { data } of events) length += JSON.parse(data).message.length;
		return length;
	}
};

async function best(read, bytes, size, length, rounds) {
	let least = Infinity;
	for (let round = 0; round < rounds; round++) {
		const fetch = answering(bytes, size);
		const start = spent();
		if ((await read(fetch)) !== length) throw new Error('not all events');
		least = Math.min(least, spent() - start);
		// What takes so long need not be measured to the millisecond.
		if (least > 2000) break;
	}
	return least;
}

const COUNT = 20_000;
const event = `event: notification\r\ndata: {"message":"a message","user":{"name":"Jane"}}\r\n\r\n`;
const events = new TextEncoder().encode(event.repeat(COUNT));

console.log('\nWhole clients, named events, CRLF: events/ms');
for (const size of [65_536, 1400]) {
	const figures = [];
	for (const [name, read] of Object.entries(clients)) {
		const time = await best(read, events, size, 9 * COUNT, 20);
		figures.push(`${name} ${(COUNT / time).toFixed(0)}`);
	}
	console.log(`${String(size).padStart(6)} ${figures.join('   ')}`);
}

console.log('\nWhole clients, one event in chunks of 1 KiB: milliseconds by size, which should double');
for (const [name, read] of Object.entries(clients)) {
	const figures = [];
	for (const mebibytes of [1, 2, 4]) {
		const message = 'x'.repeat(mebibytes * 2 ** 20);
		const bytes = new TextEncoder().encode(
			`event: notification\ndata: ${JSON.stringify({ message })}\n\n`
		);
		const time = await best(read, bytes, 1024, message.length, 3);
		figures.push(`${mebibytes} MiB ${time.toFixed(1)}`);
	}
	console.log(`${name.padEnd(20)} ${figures.join('   ')}`);
}
