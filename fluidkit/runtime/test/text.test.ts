import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { ndjson } from '../src/ndjson.js';
import { chunks, TextStream } from '../src/text.js';
import { type Exchange, pause, serve, until } from './stream-server.js';

const stream_logs = chunks('GET', '/logs');

/** Answers with these bytes, each piece on its own, and ends. */
const sending = (...pieces: (string | Uint8Array)[]) =>
	serve(async ({ response, write }) => {
		response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
		for (const piece of pieces) {
			write(piece);
			await pause(8);
		}
		response.end();
	});

/** A server that sends lines and never ends. */
const logging = () =>
	serve(async ({ response, write }) => {
		response.writeHead(200);
		for (let i = 0; !response.destroyed; i++) {
			write(`line ${i}\n`);
			await pause(3);
		}
	});

async function list<T>(items: AsyncIterable<T>): Promise<T[]> {
	const seen: T[] = [];
	for await (const item of items) seen.push(item);
	return seen;
}

test('chunks() gives the text as it arrives', async () => {
	const { baseUrl } = await sending('ab', 'c\n', 'd');
	expect(await list(stream_logs({ baseUrl }).chunks())).toEqual(['ab', 'c\n', 'd']);
});

test('the stream itself iterates over the same', async () => {
	const { baseUrl } = await sending('ab', 'cd');
	const stream = stream_logs({ baseUrl });
	expect(stream).toBeInstanceOf(TextStream);
	expect(await list(stream)).toEqual(['ab', 'cd']);
});

test('lines() gives lines without their ends, the last one with or without', async () => {
	const { baseUrl } = await sending('one\r', '\ntwo\n\nth', 'ree\rx\nlast');
	const lines = ['one', 'two', '', 'three\rx', 'last'];
	expect(await list(stream_logs({ baseUrl }).lines())).toEqual(lines);
	const ended = await sending('a\nb\n');
	expect(await list(stream_logs({ baseUrl: ended.baseUrl }).lines())).toEqual(['a', 'b']);
});

test('characters are put together across the borders of chunks', async () => {
	const bytes = new TextEncoder().encode('a♥😀z');
	const { baseUrl } = await sending(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
	expect((await list(stream_logs({ baseUrl }))).join('')).toBe('a♥😀z');
});

test('cut at every byte, within characters and ends of lines too', async () => {
	const bytes = new TextEncoder().encode('né\r\n♥\n\n😀\r\nz');
	for (let i = 0; i <= bytes.length; i++) {
		const fetch = async () =>
			new Response(
				new ReadableStream({
					start(controller) {
						controller.enqueue(bytes.subarray(0, i));
						controller.enqueue(bytes.subarray(i));
						controller.close();
					}
				})
			);
		const lines = await list(stream_logs({ fetch }).lines());
		expect(lines, `cut at ${i}`).toEqual(['né', '♥', '', '😀', 'z']);
	}
});

test('a character that is never finished becomes U+FFFD', async () => {
	const { baseUrl } = await sending('a', Uint8Array.of(0xe2, 0x99));
	expect((await list(stream_logs({ baseUrl }))).join('')).toBe('a\uFFFD');
});

test('any bytes at all, cut anywhere, are decoded as if they had come at once', async () => {
	const byte = fc.oneof(
		fc.nat(255),
		fc.constantFrom(0xc3, 0xe2, 0x99, 0xa5, 0xf0, 0x9f, 0xed, 0xff)
	);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.array(byte, { maxLength: 5 })), async (pieces) => {
			const fetch = async () =>
				new Response(
					new ReadableStream({
						start(controller) {
							for (const piece of pieces) controller.enqueue(Uint8Array.from(piece));
							controller.close();
						}
					})
				);
			const whole = new TextDecoder().decode(Uint8Array.from(pieces.flat()));
			expect((await list(stream_logs({ fetch }))).join('')).toBe(whole);
		}),
		{ numRuns: 300 }
	);
});

test('any text, cut anywhere, gives the same text and the same lines', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.oneof(fc.constantFrom('\n', '\r\n', '\r'), fc.string({ unit: 'grapheme' }))),
			fc.array(fc.nat(200), { maxLength: 6 }),
			async (parts, cuts) => {
				const text = parts.join('').replace(/^\uFEFF+/, '');
				const bytes = new TextEncoder().encode(text);
				const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length];
				ends.sort((a, b) => a - b);
				const fetch = async () =>
					new Response(
						new ReadableStream({
							start(controller) {
								ends.forEach((end, i) => controller.enqueue(bytes.subarray(ends[i - 1] ?? 0, end)));
								controller.close();
							}
						})
					);
				const lines = text.split(/\r?\n/);
				if (lines.at(-1) === '') lines.pop();
				expect((await list(stream_logs({ fetch }))).join('')).toBe(text);
				const last = lines.at(-1);
				const found = await list(stream_logs({ fetch }).lines());
				// A CR at the very end is taken for half of an end of line.
				expect(found).toEqual(
					!text.endsWith('\n') && last?.endsWith('\r')
						? [...lines.slice(0, -1), last.slice(0, -1)]
						: lines
				);
			}
		),
		{ numRuns: 300 }
	);
});

test('callbacks: onChunk, onLine with the last line, onComplete', async () => {
	const { baseUrl } = await sending('a\nb', 'c\nd');
	const log: string[] = [];
	await stream_logs({
		baseUrl,
		onOpen: () => log.push('open'),
		onChunk: (text: string) => log.push(`chunk ${JSON.stringify(text)}`),
		onLine: (line: string) => log.push(`line ${line}`),
		onComplete: () => log.push('complete'),
		onClose: () => log.push('close')
	}).done;
	expect(log).toEqual([
		...['open', 'chunk "a\\nb"', 'line a', 'chunk "c\\nd"', 'line bc'],
		...['line d', 'complete', 'close']
	]);
});

/** How a stream may end, and whether that is an error. */
const ends: [string, boolean, (exchange: Exchange) => unknown][] = [
	['its end', false, ({ response }) => response.writeHead(200).end('1\n')],
	['an end without a byte', false, ({ response }) => response.writeHead(200).end()],
	['an error status', true, ({ response }) => response.writeHead(500).end()],
	[
		'a break',
		true,
		({ response, write, cut }) => {
			response.writeHead(200);
			write('1\n');
			setTimeout(cut, 5);
		}
	]
];

for (const [kind, make] of [
	['text', chunks],
	['NDJSON', ndjson]
] as const) {
	test.each(ends)(`${kind}: after %s comes onError or onComplete, once`, async (_, bad, answer) => {
		const { baseUrl, exchanges } = await serve(answer);
		const log: string[] = [];
		const stream = make(
			'GET',
			'/'
		)({
			baseUrl,
			onError: () => log.push('error'),
			onComplete: () => log.push('complete'),
			onClose: () => log.push('close')
		});
		await stream.done.catch(() => {});
		await pause(20);
		expect(log).toEqual([bad ? 'error' : 'complete', 'close']);
		expect(exchanges).toHaveLength(1);
	});

	test(`${kind}: headers from a function, and the fetch that is given`, async () => {
		const fetch = vi.fn(async (_url: unknown, init?: RequestInit) => {
			return new Response(`"${new Headers(init!.headers).get('x-token')}"\n`);
		});
		const headers = async () => ({ 'x-token': 'mine' });
		const seen: unknown[] = [];
		for await (const item of make('GET', '/')({ fetch, headers } as object)) seen.push(item);
		expect(`${seen}`).toContain('mine');
		expect(fetch).toHaveBeenCalledTimes(1);
	});

	test(`${kind}: in a server render callbacks are inert; iteration works`, async () => {
		const { baseUrl, exchanges } = await serve(({ response }) => response.end('1\n'));
		vi.stubEnv('VITEST', '');
		vi.stubEnv('SSR', true);
		try {
			make('GET', '/')({ baseUrl, onChunk() {} });
			await pause(30);
			expect(exchanges).toHaveLength(0);
			expect(await list<unknown>(make('GET', '/')({ baseUrl }))).toHaveLength(1);
		} finally {
			vi.unstubAllEnvs();
		}
	});
}

test('readable() is a ReadableStream of text', async () => {
	const { baseUrl } = await sending('a', 'b');
	const reader = stream_logs({ baseUrl }).readable().getReader();
	expect((await reader.read()).value).toBe('a');
	expect((await reader.read()).value).toBe('b');
	expect((await reader.read()).done).toBe(true);
});

test.each(['chunks', 'lines'] as const)('leaving %s() ends the request', async (way) => {
	const server = await logging();
	for await (const text of stream_logs({ baseUrl: server.baseUrl })[way]()) {
		expect(text).toMatch(/^line 0/);
		break;
	}
	await until(() => server.open === 0);
});

test('close() and the signal end the request', async () => {
	const server = await logging();
	const controller = new AbortController();
	const { baseUrl } = server;
	const one = stream_logs({ baseUrl, onChunk() {} });
	const two = stream_logs({ baseUrl, signal: controller.signal, onLine() {} });
	await until(() => server.open === 2);
	one.close();
	controller.abort();
	await one.done;
	await expect(two.done).rejects.toThrow('aborted');
	await until(() => server.open === 0);
});

test('an async onLine is awaited; an error in it ends the stream', async () => {
	const server = await logging();
	const seen: string[] = [];
	const onError = vi.fn();
	const stream = stream_logs({
		baseUrl: server.baseUrl,
		onLine: async (line: string) => {
			await pause(5);
			seen.push(line);
			if (seen.length === 3) throw new Error('enough');
		},
		onError
	});
	await expect(stream.done).rejects.toThrow('enough');
	expect(seen).toEqual(['line 0', 'line 1', 'line 2']);
	expect(onError).toHaveBeenCalledTimes(1);
	await until(() => server.open === 0);
});

test('close() within onLine: no further line, though more have arrived', async () => {
	const { baseUrl } = await sending('a\nb\nc');
	const log: string[] = [];
	const stream = stream_logs({
		baseUrl,
		onLine: (line: string) => {
			log.push(line);
			stream.close();
		},
		onComplete: () => log.push('complete'),
		onClose: () => log.push('close')
	});
	await stream.done;
	await pause(20);
	expect(log).toEqual(['a', 'close']);
});

test('an async onChunk is awaited before the next piece', async () => {
	const { baseUrl } = await sending('a', 'b');
	const log: string[] = [];
	const onChunk = async (text: string): Promise<void> => {
		log.push(`begin ${text}`);
		await pause(30);
		log.push(`end ${text}`);
	};
	await stream_logs({ baseUrl, onChunk }).done;
	expect(log).toEqual(['begin a', 'end a', 'begin b', 'end b']);
});

test('a break is an error, with what came before it', async () => {
	const server = await serve((exchange) => {
		exchange.response.writeHead(200);
		exchange.write('some text');
		setTimeout(exchange.cut, 20);
	});
	const seen: string[] = [];
	const onComplete = vi.fn();
	const onError = vi.fn();
	const onChunk = (text: string) => seen.push(text);
	const stream = stream_logs({ baseUrl: server.baseUrl, onChunk, onComplete, onError });
	await expect(stream.done).rejects.toMatchObject({ name: 'ApiError', status: 0 });
	expect(seen).toEqual(['some text']);
	expect(onError).toHaveBeenCalledTimes(1);
	expect(onComplete).not.toHaveBeenCalled();
});

test('an error status carries its detail', async () => {
	const { baseUrl } = await serve(({ response }) =>
		response.writeHead(404).end('{"detail": "no log"}')
	);
	await expect(list(stream_logs({ baseUrl }).lines())).rejects.toMatchObject({
		status: 404,
		detail: 'no log'
	});
});
