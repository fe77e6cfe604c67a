import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createParser } from '../src/sse-parser.js';
import { interpret } from './sse-reference.js';

interface Vector {
	name: string;
	chunks: string[];
	expect: Parsed[];
	retry: number | null;
	last_event_id: string;
}

interface Parsed {
	event: string;
	data: string;
	id: string;
}

interface Outcome {
	events: Parsed[];
	retry: number | null;
	comments: number;
	lastEventId: string;
}

const vectors: Vector[] = JSON.parse(
	readFileSync(new URL('./vectors/sse.json', import.meta.url), 'utf8')
);

/** What comes of these bytes, delivered in these chunks, as a connection decodes them. */
function parse(chunks: Iterable<Uint8Array>, id?: string): Outcome {
	const outcome: Outcome = { events: [], retry: null, comments: 0, lastEventId: '' };
	const feed = createParser(
		(event, data, id) => {
			outcome.lastEventId = id;
			if (data !== undefined) outcome.events.push({ event, data, id });
		},
		() => outcome.comments++,
		(milliseconds) => (outcome.retry = milliseconds),
		id
	);
	const decoder = new TextDecoder();
	for (const chunk of chunks) feed(decoder.decode(chunk, { stream: true }));
	feed(decoder.decode());
	return outcome;
}

const ignore = (): void => {};

function parseText(...chunks: string[]): Outcome {
	return parse(chunks.map((chunk) => new TextEncoder().encode(chunk)));
}

function data(...chunks: string[]): string[] {
	return parseText(...chunks).events.map((event) => event.data);
}

function* singly(bytes: Uint8Array): Iterable<Uint8Array> {
	for (let i = 0; i < bytes.length; i++) yield bytes.subarray(i, i + 1);
}

for (const vector of vectors) {
	const expected = {
		events: vector.expect,
		retry: vector.retry,
		lastEventId: vector.last_event_id
	};
	const chunks = vector.chunks.map((chunk) => new Uint8Array(Buffer.from(chunk, 'base64')));
	const bytes = new Uint8Array(Buffer.concat(chunks));

	test(`${vector.name}: as it is cut in the vector`, () => {
		expect(parse(chunks)).toMatchObject(expected);
	});

	test(`${vector.name}: cut at every byte`, () => {
		for (let i = 0; i <= bytes.length; i++) {
			expect(parse([bytes.subarray(0, i), bytes.subarray(i)]), `cut at ${i}`).toMatchObject(
				expected
			);
		}
	});

	test(`${vector.name}: one byte at a time, with empty chunks between`, () => {
		const chunks = [...singly(bytes)].flatMap((byte) => [byte, new Uint8Array()]);
		expect(parse(chunks)).toMatchObject(expected);
	});

	test(`${vector.name}: the reference in these tests agrees`, () => {
		expect(interpret(bytes)).toMatchObject(expected);
	});
}

/** Texts that are mostly made of what means something to the parser. */
const streams = fc
	.array(
		fc.oneof(
			fc.constantFrom('\r', '\n', '\r\n', '\n\n', '\r\r', '\r\n\r\n', ':', ' ', '\0', '\uFEFF'),
			fc.constantFrom('data', 'event', 'id', 'retry', 'data:', 'data: ', 'event: ', 'id: '),
			fc.constantFrom('retry: 10', 'retry:٣', 'id', 'dat', 'datas:', 'Data:', 'é', '♥', '😀', 'x'),
			fc.string({ maxLength: 4, unit: 'binary' })
		),
		{ maxLength: 60 }
	)
	.map((parts) => parts.join(''));

test('any stream, cut anywhere, gives what the standard says', () => {
	fc.assert(
		fc.property(streams, fc.array(fc.nat(400), { maxLength: 8 }), (text, cuts) => {
			const bytes = new TextEncoder().encode(text);
			const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length];
			ends.sort((a, b) => a - b);
			const chunks = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
			expect(parse(chunks)).toEqual(interpret(bytes));
		}),
		{ numRuns: 3000 }
	);
});

test('any stream, cut at every byte and into single ones, gives what the standard says', () => {
	fc.assert(
		fc.property(streams, (text) => {
			const bytes = new TextEncoder().encode(text);
			const expected = interpret(bytes);
			for (let i = 0; i <= bytes.length; i++) {
				expect(parse([bytes.subarray(0, i), bytes.subarray(i)])).toEqual(expected);
			}
			expect(parse(singly(bytes))).toEqual(expected);
		}),
		{ numRuns: 150 }
	);
});

test('any bytes at all, cut anywhere, give what the standard says', () => {
	// Mostly what means something, but no UTF-8: half a character before a line's end, NUL, 0xFF.
	const byte = fc.constantFrom(10, 13, 58, 32, 0, 0xc3, 0xa9, 0xe2, 0x99, 0xef, 0xbb, 0xbf, 0xff);
	const field = fc
		.constantFrom('data:', 'data', 'id: ', 'event:', 'retry:1')
		.map((name) => [...Buffer.from(name)]);
	const pieces = fc.array(
		fc.oneof(
			byte.map((one) => [one]),
			field
		),
		{ maxLength: 40 }
	);
	fc.assert(
		fc.property(pieces, fc.nat(200), (parts, cut) => {
			const bytes = Uint8Array.from(parts.flat());
			expect(parse([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(interpret(bytes));
			expect(parse(singly(bytes))).toEqual(interpret(bytes));
		}),
		{ numRuns: 1500 }
	);
});

test('an event is told as soon as its blank line is complete, also after a lone CR', () => {
	const seen: unknown[] = [];
	const feed = createParser((_, data) => seen.push(data), ignore, ignore);
	feed('data: a\r\r');
	expect(seen).toEqual(['a']);
	feed('\ndata: b\r\n\r');
	expect(seen).toEqual(['a', 'b']);
});

test('an id counts at its blank line, with data or without', () => {
	expect(parseText('id: 1\n\n').lastEventId).toBe('1');
	expect(parseText('id: 1\n\nid: 2\n').lastEventId).toBe('1');
	expect(parseText('id: 1\n\nid\n\n').lastEventId).toBe('');
});

test('an id with NUL leaves the one before it', () => {
	expect(parseText('id: 1\nid: 2\0\ndata: x\n\n').events).toEqual([
		{ event: 'message', data: 'x', id: '1' }
	]);
});

test('the id of the connection before lasts until the server sends another', () => {
	const bytes = new TextEncoder().encode('data: x\n\nid: 8\ndata: y\n\n');
	expect(parse([bytes], '7').events.map((event) => event.id)).toEqual(['7', '8']);
});

test('retry takes ASCII digits of any length and nothing else', () => {
	expect(parseText('retry: 007\n').retry).toBe(7);
	expect(parseText(`retry: ${'9'.repeat(400)}\n`).retry).toBe(Infinity);
	expect(parseText('retry\nretry:\nretry: -1\nretry: ١\n').retry).toBeNull();
});

test('one BOM is taken off, wherever it is cut; a second is text', () => {
	const bytes = new TextEncoder().encode('\uFEFF\uFEFFdata: a\n\ndata: b\n\n');
	expect(parse(singly(bytes)).events.map((event) => event.data)).toEqual(['b']);
});

test('bytes that are no UTF-8 become U+FFFD and hurt nothing else', () => {
	const bytes = new Uint8Array([...Buffer.from('data: '), 0xff, 0xc3, 0x0a, 0x0a]);
	expect(parse([bytes]).events[0]?.data).toBe('\uFFFD\uFFFD');
});

test.each(['\n', '\r\n', '\r'])('the name of an event is not that of the next (%j)', (end) => {
	const text = 'event: a|data: 1||data: 2||event: b||data: 3||'.replaceAll('|', end);
	const names = ['a', 'message', 'message'];
	expect(parseText(text).events.map(({ event }) => event)).toEqual(names);
	expect(parse(singly(new TextEncoder().encode(text))).events.map(({ event }) => event)).toEqual(
		names
	);
});

test('a line of data may look like a field or be blank', () => {
	expect(data('data\ndata\n\n')).toEqual(['\n']);
	expect(data('data: id: 1\n\n')).toEqual(['id: 1']);
});

test('comments are counted and dispatch nothing', () => {
	expect(parseText(': ping\r\n\r\n:\r\n\r\n')).toMatchObject({ events: [], comments: 2 });
});

/** Milliseconds of the processor that parsing takes, whatever else the machine does; the best of three. */
function time(run: () => void): number {
	const times = [1, 2, 3].map(() => {
		const start = process.cpuUsage();
		run();
		return process.cpuUsage(start).user / 1000;
	});
	return Math.min(...times);
}

function feedAll(chunk: string, count: number, end: string): () => void {
	return () => {
		let events = 0;
		const feed = createParser(() => events++, ignore, ignore);
		feed('data: ');
		for (let i = 0; i < count; i++) feed(chunk);
		feed(end);
		expect(events).toBe(1);
	};
}

test.each([
	['a line in small chunks', 'x'.repeat(16), 20_000],
	['an event of many lines', 'x\ndata: ', 20_000],
	['a line in chunks of one character', 'x', 50_000]
])('%s takes linear time', (_, chunk, count) => {
	time(feedAll(chunk, count, '\n\n'));
	// Collecting garbage counts, too, and falls where it likes: the calmest of several tries says it.
	const ratios = [1, 2, 3, 4, 5].map(() => {
		const once = time(feedAll(chunk, count, '\n\n'));
		return time(feedAll(chunk, count * 8, '\n\n')) / Math.max(once, 0.5);
	});
	// Quadratic would be 64.
	expect(Math.min(...ratios)).toBeLessThan(30);
});

test.each([
	['a single CR before many LF', '\r' + 'a\n'.repeat(600_000)],
	['a single LF before many CR', '\n' + 'a\r'.repeat(600_000)],
	['lines without a colon', 'data\n'.repeat(100_000)]
])('%s in one chunk takes linear time', (_, text) => {
	const feed = createParser(ignore, ignore, ignore);
	expect(time(() => feed(text))).toBeLessThan(2000);
});
