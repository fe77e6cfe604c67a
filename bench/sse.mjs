// SSE from bytes to events, beside eventsource-parser, in one run: `npm run sse`.

import { createParser as createTheirs } from 'eventsource-parser';
import { ServerEvent } from '../fluidkit/runtime/dist/sse.js';
import { createParser as createOurs } from '../fluidkit/runtime/dist/sse-parser.js';
import { line, pieces, throughput } from './measuring.mjs';

const ignore = () => {};

/** Each makes objects of the events, as the runtime does, and returns how many. */
const parsers = {
	fluidkit(chunks) {
		const decoder = new TextDecoder();
		let events = 0;
		const feed = createOurs(
			(type, data, id) => {
				if (data !== undefined && new ServerEvent(type, data, id)) events++;
			},
			ignore,
			ignore
		);
		for (const chunk of chunks) feed(decoder.decode(chunk, { stream: true }));
		return events;
	},
	'eventsource-parser'(chunks) {
		const decoder = new TextDecoder();
		let events = 0;
		const parser = createTheirs({ onEvent: (event) => event && events++ });
		for (const chunk of chunks) parser.feed(decoder.decode(chunk, { stream: true }));
		return events;
	}
};

const json = JSON.stringify({
	id: 1,
	message: 'a message',
	user: { name: 'Jane', tags: ['a', 'b'] }
});

const streams = {
	'tokens, LF': Array.from({ length: 8000 }, (_, i) => `data: {"delta":{"content":"${i}"}}\n\n`),
	'named events, LF': Array(4000).fill(`event: notification\ndata: ${json}\n\n`),
	'named events with ids, LF': Array.from(
		{ length: 4000 },
		(_, i) => `id: ${i}\nevent: notification\ndata: ${json}\n\n`
	),
	'named events, CRLF (sse-starlette)': Array(4000).fill(
		`event: notification\r\ndata: ${json}\r\n\r\n`
	),
	'named events with ids, CRLF': Array.from(
		{ length: 4000 },
		(_, i) => `id: ${i}\r\nevent: notification\r\ndata: ${json}\r\n\r\n`
	),
	'data of eight lines, LF': Array(1000).fill(`data: ${json}\n`.repeat(8) + '\n'),
	'text that is not ASCII, LF': Array(4000).fill(`data: {"text":"né ♥ 😀 ${'ü'.repeat(40)}"}\n\n`)
};

for (const [name, events] of Object.entries(streams)) {
	const bytes = new TextEncoder().encode(events.join(''));
	for (const size of [65_536, 1400]) {
		const chunks = pieces(bytes, size);
		for (const parse of Object.values(parsers)) {
			if (parse(chunks) !== events.length) throw new Error(`${name}: not all events`);
		}
		const contestants = Object.fromEntries(
			Object.entries(parsers).map(([who, parse]) => [who, () => parse(chunks)])
		);
		console.log(`${String(size).padStart(6)} ${line(name, throughput(contestants, bytes.length))}`);
	}
}

console.log('\nOne event in chunks of 1 KiB: milliseconds by size, which should double');
const sizes = [1, 2, 4, 8, 16];
for (const [who, parse] of Object.entries(parsers)) {
	const times = sizes.map((mebibytes) => {
		const text = `data: ${'x'.repeat(mebibytes * 2 ** 20)}\n\n`;
		const chunks = pieces(new TextEncoder().encode(text), 1024);
		const best = throughput({ [who]: () => parse(chunks) }, text.length, 5).get(who);
		return `${mebibytes} MiB ${(text.length / 1e6 / best) * 1000 < 10 ? ' ' : ''}${((text.length / 1e6 / best) * 1000).toFixed(1)}`;
	});
	console.log(`${who.padEnd(20)} ${times.join('   ')}`);
}
