import { expect, onTestFinished, test, vi } from 'vitest';
import {
	behind,
	body,
	bodyAs,
	cookie,
	empty,
	field,
	form,
	forms,
	header,
	headers,
	json,
	part,
	parts,
	queries,
	query,
	raw,
	rest,
	segment
} from '../src/client.js';
import { backend } from './server.js';

const item = json('GET', '/items/{id}', [segment('id')]);
const file = json('GET', '/files/{path}', [rest('path')]);
const search = json('GET', '/search', [query('q')], {
	page: query('page'),
	tag: query('tag'),
	from_: query('from')
});

const download = json('GET', '/{name}.{kind}', [
	segment('name'),
	behind('kind', '.', segment('kind'))
]);
const moved = json('GET', '/{from}--{to}', [rest('from'), behind('to', '--', rest('to'))]);

test('what a server would give to the placeholder in front is refused', () => {
	expect(download.url('a.tar', 'gz')).toBe('/api/a.tar.gz');
	expect(() => download.url('a', 'tar.gz')).toThrow("kind: can't send tar.gz");
	expect(moved.url('a--b', '')).toBe('/api/a--b--');
	expect(moved.url('a', 'b-c')).toBe('/api/a--b-c');
	expect(() => moved.url('a', '-b')).toThrow(TypeError);
	expect(() => moved.url('a', 'b--')).toThrow(TypeError);
});

test('a path parameter is one encoded segment', () => {
	expect(item.url('../admin?x=1#f'.replaceAll('/', ''))).toBe('/api/items/..admin%3Fx%3D1%23f');
	expect(item.url('ü &+%$&')).toBe('/api/items/%C3%BC%20%26%2B%25%24%26');
	expect(item.url(7)).toBe('/api/items/7');
	expect(item.url(false)).toBe('/api/items/false');
});

test.each([
	'',
	'.',
	'..',
	'%2e',
	'%2E.',
	'.%2e',
	'%2e%2E',
	'a/b',
	'/',
	'../admin',
	null,
	undefined
])('%j is no path segment: nothing is sent', async (value) => {
	const { received } = await backend();
	expect(() => item.url(value)).toThrow(TypeError);
	await expect(item(value)).rejects.toMatchObject({ name: 'ApiError', status: 0 });
	const result = await item(value).result();
	expect(result).toMatchObject({
		success: false,
		status: 0,
		error: { cause: expect.any(TypeError) }
	});
	expect(received).toEqual([]);
});

test('dots among other characters are no dot segment', () => {
	expect(item.url('...')).toBe('/api/items/...');
	expect(item.url('a.b')).toBe('/api/items/a.b');
	expect(item.url('.hidden')).toBe('/api/items/.hidden');
});

test('the rest of a path keeps its slashes', () => {
	expect(file.url('a b/c?d/e')).toBe('/api/files/a%20b/c%3Fd/e');
	expect(file.url('/etc/hosts')).toBe('/api/files//etc/hosts');
	expect(file.url('')).toBe('/api/files/');
});

test.each(['..', 'a/../b', 'a/.', './a', 'a/%2e%2E/b', '%2e'])(
	'%j has a dot segment and is no rest of a path',
	(value) => expect(() => file.url(value)).toThrow(TypeError)
);

test('a rest at the root never names a host', async () => {
	const anything = json('GET', '/{path}', [rest('path')]);
	expect(
		new URL(anything.url('/evil.example/x', { baseUrl: '' }), 'http://own.example').origin
	).toBe('http://own.example');
	const { received, url } = await backend();
	await anything('/evil.example/x', { baseUrl: url });
	expect(received[0]!.url).toBe('//evil.example/x');
});

test('a placeholder in a value is not filled', () => {
	const two = json('GET', '/{a}/{b}', [segment('a'), segment('b')]);
	expect(two.url('{b}', 'x')).toBe('/api/%7Bb%7D/x');
});

test('a lone surrogate has no encoding', async () => {
	const { received } = await backend();
	expect(() => item.url('\ud800')).toThrow(URIError);
	await expect(item('\ud800')).rejects.toMatchObject({ status: 0 });
	await expect(search('\ud800')).rejects.toMatchObject({ status: 0 });
	expect(received).toEqual([]);
});

test('lists repeat, null and undefined are left out, an empty list too', () => {
	expect(search.url('x', { tag: ['a', 'b'] })).toBe('/api/search?q=x&tag=a&tag=b');
	expect(search.url('x', { tag: [], page: undefined })).toBe('/api/search?q=x');
	expect(search.url(null, { page: null })).toBe('/api/search');
	expect(search.url(null, { page: 2 })).toBe('/api/search?page=2');
});

test('booleans, numbers and dates are written as Python reads them', () => {
	expect(search.url(true)).toBe('/api/search?q=true');
	expect(search.url(0)).toBe('/api/search?q=0');
	expect(search.url(-1.5e300)).toBe('/api/search?q=-1.5e%2B300');
	expect(search.url(10n)).toBe('/api/search?q=10');
	expect(search.url('')).toBe('/api/search?q=');
	expect(search.url(new Date(0))).toBe('/api/search?q=1970-01-01T00%3A00%3A00.000Z');
	expect(() => search.url(new Date(NaN))).toThrow(RangeError);
});

test.each([[{}], [{ a: 1 }], [['a', ['b']]], [['a', null]], [['a', undefined]]])(
	'%o has no text: nothing is sent',
	async (value) => {
		const { received } = await backend();
		const places = [rest, query, header, cookie, form, part].map((codec) =>
			json('POST', '/x/{a}', [codec('a')])
		);
		for (const place of places) {
			expect(() => place.url(value)).toThrow(TypeError);
			await expect(place(value)).rejects.toMatchObject({ status: 0 });
		}
		expect(received).toEqual([]);
	}
);

test('an option has the wire name of its parameter', () => {
	expect(search.url('x', { from_: 1 })).toBe('/api/search?q=x&from=1');
});

test('an object becomes query parameters', () => {
	const filtered = json('GET', '/f', [queries]);
	expect(filtered.url({ a: 1, 'b c': ['&', '='], d: null })).toBe('/api/f?a=1&b%20c=%26&b%20c=%3D');
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
	'a parameter called %s is like any other',
	async (name) => {
		const optional = json('GET', '/x', [], { [name]: query(name) });
		expect(optional.url()).toBe('/api/x');
		expect(optional.url({})).toBe('/api/x');
		expect(optional.url({ [name]: 1 })).toBe(`/api/x?${name}=1`);
		const { received } = await backend();
		await json('POST', '/x', [field('a')], { [name]: field(name) })(1, { [name]: 2 });
		await json('POST', '/x', [form(name)])(3);
		await json('POST', '/x', [body])(JSON.parse(`{"${name}":4}`));
		expect(received.map((one) => one.body)).toEqual([
			`{"a":1,"${name}":2}`,
			`${name}=3`,
			`{"${name}":4}`
		]);
	}
);

test('JSON goes out with its type, whatever headers the caller adds', async () => {
	const { received } = await backend();
	await json('POST', '/x', [body])({ a: [1, null, 'ü'] }, { headers: { 'X-Token': 't' } });
	expect(received[0]).toMatchObject({
		method: 'POST',
		url: '/x',
		headers: { 'content-type': 'application/json', 'x-token': 't' }
	});
	expect(JSON.parse(Buffer.from(received[0]!.body, 'latin1').toString())).toEqual({
		a: [1, null, 'ü']
	});
});

test('a DELETE has a type without a body, and may have a body', async () => {
	const { received } = await backend();
	await empty('DELETE', '/x')();
	await empty('DELETE', '/x', [body])([1]);
	await json('GET', '/x')();
	expect(received.map(({ headers, body }) => [headers['content-type'], body])).toEqual([
		['application/json', ''],
		['application/json', '[1]'],
		[undefined, '']
	]);
});

test('a caller may name another type', async () => {
	const { received } = await backend();
	const send = json('POST', '/x', [raw('application/octet-stream')]);
	await send(new Uint8Array([255, 0]));
	await send(new Blob(['b']), { headers: { 'Content-Type': 'image/png' } });
	await json('PATCH', '/x', [bodyAs('application/merge-patch+json')])({ a: 1 });
	expect(received.map(({ headers, body }) => [headers['content-type'], body])).toEqual([
		['application/octet-stream', '\xff\0'],
		['image/png', 'b'],
		['application/merge-patch+json', '{"a":1}']
	]);
});

test('a body may be a stream', async () => {
	const { received } = await backend();
	const stream = new ReadableStream({
		start(controller) {
			controller.enqueue(new TextEncoder().encode('one '));
			controller.enqueue(new TextEncoder().encode('two'));
			controller.close();
		}
	});
	await json('POST', '/x', [raw('text/plain')])(stream);
	expect(received[0]!.body).toBe('one two');
});

test('several bodies are keys of one', async () => {
	const { received } = await backend();
	const send = json('POST', '/x', [field('user'), field('item')], {
		importance: field('im"portance')
	});
	await send({ a: 1 }, null);
	await send([], 'x', { importance: 3 });
	await send([], 'x', { importance: undefined });
	expect(received.map((one) => one.body)).toEqual([
		'{"user":{"a":1},"item":null}',
		'{"user":[],"item":"x","im\\"portance":3}',
		'{"user":[],"item":"x"}'
	]);
});

test('an optional body that is not given is not sent; null is', async () => {
	const { received } = await backend();
	const send = json('POST', '/x', [], { user: body });
	await send();
	await send({ user: undefined });
	await send({ user: null });
	expect(received.map((one) => one.body)).toEqual(['', '', 'null']);
});

test.each([
	['undefined', undefined],
	['NaN', NaN],
	['Infinity', { a: [Infinity] }],
	['BigInt', { a: 1n }],
	['a function', () => 1],
	['a Blob', { file: new Blob(['x']) }],
	[
		'a cycle',
		(() => {
			const a: { a?: unknown } = {};
			a.a = a;
			return a;
		})()
	]
])('%s is no JSON: nothing is sent', async (_, value) => {
	const { received } = await backend();
	await expect(json('POST', '/x', [body])(value)).rejects.toMatchObject({
		status: 0,
		cause: expect.any(TypeError)
	});
	await expect(json('POST', '/x', [field('v')])(value)).rejects.toMatchObject({ status: 0 });
	expect(received).toEqual([]);
});

test('a date is ISO text in JSON', async () => {
	const { received } = await backend();
	await json('POST', '/x', [body])({ at: new Date(0) });
	expect(received[0]!.body).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});

test('a form is urlencoded', async () => {
	const { received } = await backend();
	const login = json('POST', '/login', [form('user name'), form('tags')], { scope: form('scope') });
	await login('a&b=c', ['x', 'y'], { scope: null });
	await json('POST', '/f', [forms])({ a: 'ü', b: [1, 2], c: undefined });
	expect(received.map(({ headers, body }) => [headers['content-type'], body])).toEqual([
		['application/x-www-form-urlencoded', 'user%20name=a%26b%3Dc&tags=x&tags=y'],
		['application/x-www-form-urlencoded', 'a=%C3%BC&b=1&b=2']
	]);
});

test('files go out as multipart, lists repeat', async () => {
	const { received } = await backend();
	const upload = json('POST', '/x', [part('file'), part('more')], { caption: part('caption') });
	await upload(
		new File(['1'], 'a.txt', { type: 'text/plain' }),
		[new Blob(['2']), new Blob(['3'])],
		{
			caption: 'hello'
		}
	);
	const { headers, body } = received[0]!;
	const form = await new Response(body, {
		headers: { 'content-type': headers['content-type']! }
	}).formData();
	expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
	expect((form.get('file') as File).name).toBe('a.txt');
	expect(await Promise.all(form.getAll('more').map((one) => (one as File).text()))).toEqual([
		'2',
		'3'
	]);
	expect(form.get('caption')).toBe('hello');
});

test('texts and file names arrive in a multipart form as they are', async () => {
	const { received } = await backend();
	const upload = json('POST', '/x', [part('file'), part('text')]);
	await upload(new File([], 'a"b.txt'), 'a\nb\rc');
	expect(received[0]!.body.toString()).toContain('filename="a\\"b.txt"');
	expect(received[0]!.body.toString()).toContain('\r\n\r\na\nb\rc\r\n');
});

test.each(['a\r\nb', 'a\\', 'C:\\x'])(
	'%j is no name that a server reads: nothing is sent',
	async (name) => {
		const { received } = await backend();
		const sent = json('POST', '/x', [part('file')])(new File([], name));
		await expect(sent).rejects.toMatchObject({ status: 0, cause: expect.any(TypeError) });
		expect(received).toEqual([]);
	}
);

test('a multipart form may be an object', async () => {
	const { received } = await backend();
	await json('POST', '/x', [parts])({ name: 'n', age: 3, file: new Blob(['b']) });
	const { headers, body } = received[0]!;
	const form = await new Response(body, {
		headers: { 'content-type': headers['content-type']! }
	}).formData();
	expect([...form.keys()]).toEqual(['name', 'age', 'file']);
	expect(form.get('age')).toBe('3');
});

test('headers have their wire names', async () => {
	const { received } = await backend();
	await json('GET', '/x', [header('x-token')], { many: header('x-many') })('\xe9', {
		many: ['a, b']
	});
	await json('GET', '/x', [headers])({ 'x-one': 1, 'x-none': null });
	expect(received[0]!.headers).toMatchObject({ 'x-token': '\xe9', 'x-many': 'a, b' });
	expect(received[1]!.headers['x-one']).toBe('1');
	expect(received[1]!.headers).not.toHaveProperty('x-none');
});

test.each(['a\r\nevil: 1', 'a\n', '\u20ac', 'a\0', ' a', 'a\t', ['a', 'b']])(
	'%j is no header: nothing is sent',
	async (value) => {
		const { received } = await backend();
		await expect(json('GET', '/x', [header('x')])(value)).rejects.toMatchObject({ status: 0 });
		expect(received).toEqual([]);
	}
);

test.each(['a\r\nevil: 1', '\u20ac'])("%j is no header among a call's own", async (value) => {
	const { received } = await backend();
	await expect(json('GET', '/x')({ headers: { x: value } })).rejects.toMatchObject({
		status: 0,
		cause: expect.any(TypeError)
	});
	expect(received).toEqual([]);
});

test('a cookie is written as Python reads it', async () => {
	const { received } = await backend();
	const send = json('GET', '/x', [], { a: cookie('a'), b: cookie('b') });
	await send({ a: 'plain%20', b: 'x;y"z\\' });
	await send({ a: ' x  y\t' });
	await expect(send({ a: 'x\r\ny' })).rejects.toMatchObject({ status: 0 });
	expect(received.map((one) => one.headers.cookie)).toEqual([
		'a=plain%20; b="x\\073y\\042z\\134"',
		'a="\\040x  y\\011"'
	]);
});

test.each([
	['http://h:1', 'http://h:1/items/1'],
	['http://h:1/', 'http://h:1/items/1'],
	['http://h:1/v1//', 'http://h:1/v1/items/1'],
	['http://h:1/v1/?key=2', 'http://h:1/v1/items/1'],
	['http://h:1/v1#top', 'http://h:1/v1/items/1'],
	['/', '/items/1'],
	['', '/items/1'],
	['/backend', '/backend/items/1']
])('a path behind %j', (baseUrl, url) => expect(item.url(1, { baseUrl })).toBe(url));

test('SvelteKit’s base path stands before the prefix, and before nothing else', async () => {
	vi.stubGlobal('__SVELTEKIT_PATHS_BASE__', '/shop');
	onTestFinished(() => void vi.unstubAllGlobals());
	expect(json('GET', '/x').url()).toBe('/shop/api/x');
	expect(json('GET', '/x').url({ baseUrl: 'https://a.example' })).toBe('https://a.example/x');
});
