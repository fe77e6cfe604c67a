import { expect, test, vi } from 'vitest';
import { query, segment } from '../src/client.js';
import { fileName } from '../src/disposition.js';
import { file, type Progress } from '../src/download.js';
import { pause, serve, until } from './stream-server.js';

const download_file = file('GET', '/files/{id}', [segment('id')]);

/** Answers with these bytes and headers. */
const holding = (bytes: string | Uint8Array, headers: { [name: string]: string } = {}) =>
	serve(({ response }) => void response.writeHead(200, headers).end(bytes));

test('a download is a File: its bytes, its name, its type', async () => {
	const bytes = new Uint8Array([0, 255, 13, 10, 195]);
	const { baseUrl } = await holding(bytes, {
		'content-type': 'application/pdf',
		'content-disposition': 'attachment; filename="Report 1.pdf"'
	});
	const result = await download_file('7', { baseUrl });
	expect(result).toBeInstanceOf(File);
	expect(result).toMatchObject({ name: 'Report 1.pdf', type: 'application/pdf', size: 5 });
	expect(new Uint8Array(await result.arrayBuffer())).toEqual(bytes);
});

test('without Content-Disposition the name is the last segment of the path', async () => {
	const { baseUrl } = await holding('x');
	const result = await download_file('né.txt', { baseUrl });
	expect(result).toMatchObject({ name: 'né.txt', type: '' });
	const of_year = file('GET', '/report.csv', [], { year: query('year') });
	expect((await of_year({ baseUrl, year: '1/2' })).name).toBe('report.csv');
	const fixed = file('GET', '/50%.txt');
	expect((await fixed({ baseUrl })).name).toBe('50%.txt');
});

test('onProgress tells how much of how much has come, and from the start', async () => {
	const { baseUrl } = await serve(async ({ response, write }) => {
		response.writeHead(200, { 'content-length': '6' });
		write('abc');
		await pause(20);
		response.end('def');
	});
	const seen: Progress[] = [];
	const onProgress = (progress: Progress) => seen.push(progress);
	expect(await (await download_file('1', { baseUrl, onProgress })).text()).toBe('abcdef');
	expect(seen).toEqual([
		{ loaded: 0, total: 6 },
		{ loaded: 3, total: 6 },
		{ loaded: 6, total: 6 }
	]);
});

test('the total is undefined where it is not known, or is that of compressed bytes', async () => {
	const totals = async (headers: { [name: string]: string }): Promise<unknown> => {
		let last: Progress | undefined;
		const fetch = async () => new Response('abc', { headers });
		await download_file('1', { fetch, onProgress: (progress: Progress) => (last = progress) });
		return last;
	};
	expect(await totals({})).toEqual({ loaded: 3, total: undefined });
	expect(await totals({ 'content-length': '2', 'content-encoding': 'gzip' })).toEqual({
		loaded: 3,
		total: undefined
	});
	expect(await totals({ 'content-length': '3', 'content-encoding': 'identity' })).toEqual({
		loaded: 3,
		total: 3
	});
});

test('an empty file', async () => {
	const { baseUrl } = await holding('');
	const seen: Progress[] = [];
	const onProgress = (progress: Progress) => seen.push(progress);
	expect((await download_file('1', { baseUrl, onProgress })).size).toBe(0);
	expect(seen[0]).toMatchObject({ loaded: 0 });
	const fetch = async () => new Response(null);
	expect((await download_file('1', { fetch, onProgress })).size).toBe(0);
});

test('an error status rejects with its detail', async () => {
	const { baseUrl } = await serve(({ response }) =>
		response.writeHead(404).end('{"detail": "no such file"}')
	);
	await expect(download_file('1', { baseUrl })).rejects.toMatchObject({
		status: 404,
		detail: 'no such file'
	});
	expect(await download_file('1', { baseUrl }).result()).toMatchObject({
		success: false,
		status: 404
	});
});

test.each([true, false])(
	'the signal ends it in the middle (with progress: %s)',
	async (progress) => {
		const server = await serve(({ response, write }) => {
			response.writeHead(200, { 'content-length': '1000' });
			write('some');
		});
		const controller = new AbortController();
		const onProgress = vi.fn();
		const download = download_file('1', {
			baseUrl: server.baseUrl,
			signal: controller.signal,
			...(progress && { onProgress })
		});
		await until(() => (progress ? onProgress.mock.calls.length === 2 : server.open === 1));
		controller.abort(new Error('enough'));
		await expect(download).rejects.toThrow('enough');
		await until(() => server.open === 0);
	}
);

test('a break in the middle is an error, never a shorter file', async () => {
	const { baseUrl } = await serve(({ response, write, cut }) => {
		response.writeHead(200, { 'content-length': '1000' });
		write('some');
		setTimeout(cut, 10);
	});
	await expect(download_file('1', { baseUrl })).rejects.toMatchObject({ status: 0 });
	await expect(download_file('1', { baseUrl, onProgress() {} })).rejects.toMatchObject({
		status: 0
	});
});

test('an error in onProgress ends it', async () => {
	const server = await serve(({ response, write }) => {
		response.writeHead(200);
		write('some');
	});
	const onProgress = () => {
		throw new Error('mine');
	};
	await expect(download_file('1', { baseUrl: server.baseUrl, onProgress })).rejects.toThrow('mine');
	await until(() => server.open === 0);
});

test('an async onProgress is awaited, and its error ends the download', async () => {
	const { baseUrl } = await holding('some');
	let calls = 0;
	const onProgress = async (): Promise<void> => {
		calls++;
		await pause(5);
		throw new Error('mine');
	};
	await expect(download_file('1', { baseUrl, onProgress })).rejects.toThrow('mine');
	expect(calls).toBe(1);
});

test('a universal load, where headers cannot be read and blob() does not work', async () => {
	const headers = {
		get() {
			throw new Error('Failed to get response header');
		}
	};
	const fetch = async () =>
		new Proxy(new Response('abc'), {
			get(target, key) {
				if (key === 'headers') return headers;
				if (key === 'blob') throw new TypeError('Illegal invocation');
				if (key === 'arrayBuffer') return () => target.arrayBuffer();
				return Reflect.get(target, key, target);
			}
		});
	const result = await download_file('a.txt', { fetch });
	expect(await result.text()).toBe('abc');
	expect(result.name).toBe('a.txt');
	const onProgress = vi.fn();
	await download_file('a.txt', { fetch, onProgress });
	expect(onProgress).toHaveBeenLastCalledWith({ loaded: 3, total: undefined });
});

test('url() is for links', () => {
	expect(download_file.url('a b')).toBe('/api/files/a%20b');
});

test.each([
	// The examples of RFC 6266, section 5.
	['Attachment; filename=example.html', 'example.html'],
	['INLINE; FILENAME= "an example.html"', 'an example.html'],
	["attachment; filename*= UTF-8''%e2%82%ac%20rates", '€ rates'],
	[`attachment; filename="EURO rates"; filename*=utf-8''%e2%82%ac%20rates`, '€ rates'],
	// What Starlette writes.
	[`attachment; filename*=utf-8''n%C3%A9%20%F0%9F%98%80.txt`, 'né 😀.txt'],
	['attachment; filename="plain.txt"', 'plain.txt'],
	// RFC 8187: a language, another charset, a charset in other letters.
	["attachment; filename*=UTF-8'en'%C2%A3.txt", '£.txt'],
	["attachment; filename*=iso-8859-1'en'%A3%20rates", '£ rates'],
	[`attachment; filename*=utf-8''plain!#$&+.^_\`|~-name`, 'plain!#$&+.^_`|~-name'],
	// `filename*` that is broken gives way.
	[`attachment; filename*=UTF-8''%ff%ff; filename="good.txt"`, 'good.txt'],
	[`attachment; filename*=nonsense; filename="good.txt"`, 'good.txt'],
	[`attachment; filename*=; filename=good.txt`, 'good.txt'],
	// Quoted strings: escapes, semicolons, something that looks like a parameter.
	[String.raw`attachment; filename="a\"b;c.txt"`, 'a"b;c.txt'],
	[`attachment; filename="a; filename=b.txt"`, 'a; filename=b.txt'],
	[`attachment; name="filename=x"; filename=y.txt`, 'y.txt'],
	['attachment; filename = spaced.txt ; foo=bar', 'spaced.txt'],
	['attachment; filename="unclosed.txt', 'unclosed.txt'],
	['attachment; filename=a b.txt', 'a b.txt'],
	['attachment; filename="first.txt"; filename="second.txt"', 'first.txt'],
	// UTF-8 where only Latin-1 may be, as `fetch` shows it; and Latin-1 itself.
	['attachment; filename="nÃ©.txt"', 'né.txt'],
	['attachment; filename="n\xe9.txt"', 'né.txt'],
	// The last segment only, with either slash; no control characters; no dots alone.
	['attachment; filename="../../etc/passwd"', 'passwd'],
	[String.raw`attachment; filename="C:\\temp\\x.txt"`, 'x.txt'],
	["attachment; filename*=UTF-8''..%2F..%5Cx.txt", 'x.txt'],
	["attachment; filename*=UTF-8''a%00b%0d%0a.txt", 'ab.txt'],
	["attachment; filename*=UTF-8''a%7fb.txt", 'ab.txt'],
	['attachment; filename="  a.txt "', 'a.txt'],
	['attachment; filename=" .. "', undefined],
	['attachment; filename="."', undefined],
	['attachment; filename="..."', undefined],
	['attachment; filename=".."', undefined],
	['attachment; filename="a/"', undefined],
	['attachment; filename=""', undefined],
	['attachment', undefined],
	['', undefined],
	[null, undefined],
	[undefined, undefined],
	['attachment; xfilename=a.txt', undefined]
])('the name in %s is %s', (disposition, name) => {
	expect(fileName(disposition)).toBe(name);
});

test('a hostile header takes no time', () => {
	const start = performance.now();
	fileName('a; filename="' + '\\'.repeat(50_000));
	fileName(';'.repeat(50_000) + ' '.repeat(50_000) + '=');
	fileName('; ' + 'a'.repeat(50_000));
	expect(performance.now() - start).toBeLessThan(500);
});
