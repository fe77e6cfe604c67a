import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { createSplitter } from '../src/lines.js';
import { JsonStream, ndjson } from '../src/ndjson.js';
import { pause, serve, until } from './stream-server.js';

afterEach(() => vi.restoreAllMocks());

const records = ndjson('GET', '/records');

/** A `fetch` that answers with these bytes, in these pieces. */
const answering = (...pieces: (string | Uint8Array)[]) => {
	const encoder = new TextEncoder();
	const chunks = pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
	return async () =>
		new Response(
			new ReadableStream({
				async pull(controller) {
					const chunk = chunks.shift();
					if (chunk) controller.enqueue(chunk);
					else controller.close();
				}
			})
		);
};

async function all(...pieces: (string | Uint8Array)[]): Promise<unknown[]> {
	const seen: unknown[] = [];
	for await (const record of records({ fetch: answering(...pieces) })) seen.push(record);
	return seen;
}

/** A server that sends a record every few milliseconds. */
const recording = (count = Infinity) =>
	serve(async ({ response, write }) => {
		response.writeHead(200, { 'content-type': 'application/x-ndjson' });
		for (let i = 0; i < count && !response.destroyed; i++) {
			write(`{"n":${i}}\n`);
			await pause(3);
		}
		response.end();
	});

test('onChunk gets each record, then onComplete comes once, and no onError', async () => {
	const { baseUrl } = await recording(3);
	const log: unknown[] = [];
	const stream = records({
		baseUrl,
		onOpen: () => log.push('open'),
		onChunk: (record: unknown) => log.push(record),
		onError: () => log.push('error'),
		onComplete: () => log.push('complete'),
		onClose: () => log.push('close')
	});
	expect(stream).toBeInstanceOf(JsonStream);
	await stream.done;
	await pause(20);
	expect(log).toEqual(['open', { n: 0 }, { n: 1 }, { n: 2 }, 'complete', 'close']);
});

test('iteration; leaving it ends the request', async () => {
	const server = await recording();
	const seen: unknown[] = [];
	for await (const record of records({ baseUrl: server.baseUrl })) {
		if (seen.push(record) === 2) break;
	}
	expect(seen).toEqual([{ n: 0 }, { n: 1 }]);
	await until(() => server.open === 0);
});

test('onBatch gets the records of one network read at a time, never none', async () => {
	const batches: unknown[] = [];
	const fetch = answering('1\n2\n3', '\n', ' ', '\n', '4\n5\n6\n', '7');
	await records({ fetch, onBatch: (batch: unknown[]) => batches.push(batch) }).done;
	expect(batches).toEqual([[1, 2], [3], [4, 5, 6], [7]]);
});

test('readable() is a ReadableStream of records; cancelling it ends the request', async () => {
	const server = await recording();
	const stream = records({ baseUrl: server.baseUrl }).readable();
	expect(stream).toBeInstanceOf(ReadableStream);
	const reader = stream.getReader();
	expect(await reader.read()).toEqual({ done: false, value: { n: 0 } });
	await reader.cancel();
	await until(() => server.open === 0);
});

test('readable() starts with the first read, and takes no record before it is asked for', async () => {
	const fetch = vi.fn(answering('1\n', '2\n'));
	const reader = records({ fetch }).readable().getReader();
	await pause(20);
	expect(fetch).not.toHaveBeenCalled();
	expect((await reader.read()).value).toBe(1);
});

test('cancelling readable() does not wait for a record', async () => {
	const server = await serve(({ response }) => {
		response.writeHead(200);
		response.flushHeaders();
	});
	const reader = records({ baseUrl: server.baseUrl }).readable().getReader();
	const read = reader.read();
	await until(() => server.open === 1);
	await reader.cancel();
	expect(await read).toEqual({ done: true, value: undefined });
	await until(() => server.open === 0);
});

test('readable() ends, and errs, as the stream does', async () => {
	const end = records({ fetch: answering('1\n') })
		.readable()
		.getReader();
	expect(await end.read()).toEqual({ done: false, value: 1 });
	expect((await end.read()).done).toBe(true);
	const bad = records({ fetch: answering('x\n') })
		.readable()
		.getReader();
	await expect(bad.read()).rejects.toThrow('line 1');
});

test('close() ends it without onComplete or onError; `done` resolves', async () => {
	const server = await recording();
	const log: unknown[] = [];
	const stream = records({
		baseUrl: server.baseUrl,
		onChunk: () => log.push('chunk'),
		onError: () => log.push('error'),
		onComplete: () => log.push('complete'),
		onClose: () => log.push('close')
	});
	await until(() => log.length);
	stream.close();
	await stream.done;
	expect([...new Set(log)]).toEqual(['chunk', 'close']);
	await until(() => server.open === 0);
});

test('close() within onChunk: no further record, and no batch', async () => {
	const log: unknown[] = [];
	const stream = records({
		fetch: answering('1\n2\n'),
		onChunk: (record: unknown) => {
			log.push(record);
			stream.close();
		},
		onBatch: (batch: unknown) => log.push(batch),
		onComplete: () => log.push('complete'),
		onClose: () => log.push('close')
	});
	await stream.done;
	await pause(20);
	expect(log).toEqual([1, 'close']);
});

test('the signal ends it; `done` rejects with its reason', async () => {
	const server = await recording();
	const controller = new AbortController();
	const onError = vi.fn();
	const { signal } = controller;
	const stream = records({ baseUrl: server.baseUrl, signal, onChunk() {}, onError });
	await until(() => server.open);
	controller.abort(new Error('mine'));
	await expect(stream.done).rejects.toThrow('mine');
	expect(onError).not.toHaveBeenCalled();
	await until(() => server.open === 0);
});

// --- Lines

const TEXT = '{"a":"né ♥ 😀"}\r\n\n  \n[1,\t2]\n"x\\ny"\r\n\r\n null\n3';
const VALUES = [{ a: 'né ♥ 😀' }, [1, 2], 'x\ny', null, 3];

test('blank lines, CRLF, and a last line without an end', async () => {
	expect(await all(TEXT)).toEqual(VALUES);
	expect(await all(TEXT + '\n')).toEqual(VALUES);
	expect(await all('\uFEFF1\n')).toEqual([1]);
	expect(await all()).toEqual([]);
});

test('cut at every byte, within characters too', async () => {
	const bytes = new TextEncoder().encode(TEXT);
	for (let i = 0; i <= bytes.length; i++) {
		expect(await all(bytes.subarray(0, i), bytes.subarray(i)), `cut at ${i}`).toEqual(VALUES);
	}
	expect(await all(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(VALUES);
});

test('any records, cut anywhere, come out as they went in', async () => {
	const value = fc.jsonValue({ noUnicodeString: false } as object);
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(value, fc.constantFrom('\n', '\r\n', '\n\n', ' \n')), { maxLength: 12 }),
			fc.array(fc.nat(300), { maxLength: 6 }),
			async (lines, cuts) => {
				const text = lines.map(([json, end]) => JSON.stringify(json) + end).join('');
				const bytes = new TextEncoder().encode(text);
				const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length];
				ends.sort((a, b) => a - b);
				const pieces = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
				const expected = lines.map(([json]) => JSON.parse(JSON.stringify(json)));
				expect(await all(...pieces)).toEqual(expected);
			}
		),
		{ numRuns: 300 }
	);
});

test('a long line in small pieces takes linear time', () => {
	const time = (count: number): number => {
		const split = createSplitter();
		const start = process.cpuUsage();
		for (let i = 0; i < count; i++) split('x'.repeat(16));
		expect(split('\n')[0]).toHaveLength(16 * count);
		return process.cpuUsage(start).user / 1000;
	};
	time(50_000);
	// Collecting garbage counts, too, and falls where it likes: the calmest of several tries says it.
	const ratios = [1, 2, 3, 4, 5].map(() => {
		const once = time(50_000);
		return time(400_000) / Math.max(once, 1);
	});
	// Quadratic would be 64.
	expect(Math.min(...ratios)).toBeLessThan(30);
});

// --- Errors

test('a malformed line is an error with its number, after the records before it', async () => {
	const log: unknown[] = [];
	const stream = records({
		fetch: answering('{"n":1}\n\n{"n":2}\n{"n":', '}\n{"n":4}\n'),
		onBatch: (batch: unknown) => log.push(batch),
		onError: (error: unknown) => log.push(error),
		onComplete: () => log.push('complete')
	});
	await expect(stream.done).rejects.toThrow(/^GET \/records: line 4 is no JSON: /);
	expect(log).toEqual([[{ n: 1 }, { n: 2 }], expect.objectContaining({ line: 4 })]);
	expect(log[1]).toBeInstanceOf(SyntaxError);
});

test('records that stand before a malformed line in one read are not lost', async () => {
	const seen: unknown[] = [];
	const read = async (): Promise<void> => {
		for await (const record of records({ fetch: answering('1\n2\nno\n3\n') })) seen.push(record);
	};
	await expect(read()).rejects.toMatchObject({ line: 3 });
	expect(seen).toEqual([1, 2]);
});

test('nothing that arrives after a malformed line is a record', async () => {
	const seen: unknown[] = [];
	const read = async (): Promise<void> => {
		const fetch = answering('1\nno\n', '3\n4\n');
		for await (const record of records({ fetch })) seen.push(record);
	};
	const cause = expect.any(SyntaxError);
	await expect(read()).rejects.toMatchObject({ line: 2, cause });
	expect(seen).toEqual([1]);
});

test('malformed lines are skipped on request', async () => {
	const seen: unknown[] = [];
	const fetch = answering('1\n{\n2\nno');
	for await (const record of records({ fetch, skipMalformed: true })) seen.push(record);
	expect(seen).toEqual([1, 2]);
});

test('a malformed line ends the request', async () => {
	const server = await serve(({ write }) => write('oops\n'));
	await expect(records({ baseUrl: server.baseUrl, onError() {} }).done).rejects.toThrow('line 1');
	await until(() => server.open === 0);
});

test('a malformed line is told though nothing comes after it', async () => {
	const server = await serve(({ write }) => write('1\noops\n'));
	const seen: unknown[] = [];
	const { done } = records({
		baseUrl: server.baseUrl,
		onChunk: (record: unknown) => seen.push(record),
		onError() {}
	});
	await expect(done).rejects.toThrow('line 2');
	expect(seen).toEqual([1]);
	await until(() => server.open === 0);
});

test('an error status before the first byte carries its detail', async () => {
	const server = await serve(({ response }) => response.writeHead(403).end('{"detail": "no"}'));
	const onError = vi.fn();
	const onComplete = vi.fn();
	const stream = records({ baseUrl: server.baseUrl, onError, onComplete });
	await expect(stream.done).rejects.toMatchObject({ name: 'ApiError', status: 403, detail: 'no' });
	expect(onError).toHaveBeenCalledTimes(1);
	expect(onComplete).not.toHaveBeenCalled();
});

test('a break is an error, is told once, and nothing is sent again', async () => {
	const server = await serve((exchange) => {
		exchange.response.writeHead(200);
		exchange.write('{"n":1}\n{"n":2}');
		setTimeout(exchange.cut, 20);
	});
	const log: unknown[] = [];
	const stream = records({
		baseUrl: server.baseUrl,
		onChunk: (record: unknown) => log.push(record),
		onError: (error: { willReconnect: boolean }) => log.push(error.willReconnect),
		onComplete: () => log.push('complete')
	});
	await expect(stream.done).rejects.toMatchObject({ name: 'ApiError', status: 0 });
	await pause(30);
	expect(log).toEqual([{ n: 1 }, false]);
	expect(server.exchanges).toHaveLength(1);
});

test.each(['onChunk', 'onBatch', 'onOpen'])(
	'an error in %s ends it: onError, once',
	async (name) => {
		const server = await recording();
		const mine = new Error('mine');
		const onError = vi.fn();
		const fail = () => Promise.reject(mine);
		const stream = records({ baseUrl: server.baseUrl, [name]: fail, onError });
		await expect(stream.done).rejects.toBe(mine);
		expect(onError).toHaveBeenCalledExactlyOnceWith(mine);
		await until(() => server.open === 0);
	}
);

test('an error in onComplete is shown, as the stream is over', async () => {
	const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
	const onError = vi.fn();
	const onComplete = () => {
		throw new Error('in onComplete');
	};
	await records({ fetch: answering('1\n'), onComplete, onError }).done;
	await until(() => shown.mock.calls.length);
	expect(onError).not.toHaveBeenCalled();
});

test('an async onChunk is awaited before the next record', async () => {
	let running = 0;
	let most = 0;
	const onChunk = async (): Promise<void> => {
		most = Math.max(most, ++running);
		await pause(2);
		running--;
	};
	await records({ fetch: answering('1\n2\n3\n'), onChunk }).done;
	expect(most).toBe(1);
});

test('a slow reader holds the server back', async () => {
	let sent = 0;
	const server = await serve(async (exchange) => {
		const block = `{"n":1,"text":"${'x'.repeat(80)}"}\n`.repeat(1000);
		const { response, left } = exchange;
		response.writeHead(200);
		while (sent < 1_000_000 && !response.destroyed) {
			sent += 1000;
			if (response.write(block)) continue;
			await Promise.race([new Promise((drain) => response.once('drain', drain)), left]);
		}
		response.end();
	});
	for await (const _ of records({ baseUrl: server.baseUrl })) {
		await pause(300);
		break;
	}
	expect(sent).toBeLessThan(200_000);
});
