import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import {
	ApiError,
	body,
	configure,
	empty,
	hot,
	json,
	query,
	response,
	segment,
	text
} from '../src/client.js';
import { backend, ok, raw } from './server.js';
import { HttpError, Redirect } from './stubs/kit.js';

const user = json('GET', '/users/{id}', [segment('id')]);
const plain = json('GET', '/x');

afterEach(() => {
	vi.unstubAllEnvs();
	configure({ baseUrl: undefined, headers: undefined, fetch: undefined, onError: undefined });
});

test('a call resolves to the data', async () => {
	await backend(ok({ id: 1 }));
	expect(await user(1)).toEqual({ id: 1 });
});

test('the request starts at the call', async () => {
	const { received } = await backend();
	const call = user(1);
	await vi.waitFor(() => expect(received).toHaveLength(1));
	await call;
});

test('an error status rejects with FastAPI’s detail', async () => {
	await backend(ok({ detail: 'No such user' }, 404));
	const error: any = await user(1).catch((error) => error);
	expect(error).toBeInstanceOf(ApiError);
	expect(error).toBeInstanceOf(Error);
	expect(error).toMatchObject({
		name: 'ApiError',
		status: 404,
		detail: 'No such user',
		body: { detail: 'No such user' },
		message: 'GET /users/{id}: 404 No such user'
	});
	expect(error.response.status).toBe(404);
});

test.each([
	[
		'an array',
		'{"detail":[{"loc":["body"],"msg":"m","type":"t"}]}',
		[{ loc: ['body'], msg: 'm', type: 't' }]
	],
	['an object', '{"detail":{"code":7}}', { code: 7 }],
	['no detail', '{"error":"x"}', { error: 'x' }],
	['null', 'null', null],
	['a list', '[1]', [1]],
	['a string', '"gone"', 'gone'],
	['HTML', '<h1>502</h1>', '<h1>502</h1>'],
	['broken JSON', '{"detail":', '{"detail":'],
	['nothing', '', '']
])('a body of %s is an error like any other', async (_, sent, detail) => {
	await backend(raw(502, sent));
	expect(await plain().result()).toMatchObject({ success: false, status: 502, error: { detail } });
});

test('what was sent is not repeated in the message', async () => {
	await backend(ok({ detail: [{ input: 'secret password' }] }, 422));
	await expect(plain()).rejects.toMatchObject({ message: 'GET /x: 422' });
});

test.each([
	['204', json, 204],
	['205', json, 205],
	['304', json, 304],
	['200 without a body', json, 200],
	['204 of an empty operation', empty, 204],
	['304 of an empty operation', empty, 304]
])('%s is success with undefined', async (_, kind, status) => {
	await backend(raw(status));
	expect(await kind('POST', '/x')().result()).toMatchObject({
		success: true,
		status,
		data: undefined
	});
});

test('HEAD is success with undefined', async () => {
	await backend(ok({ a: 1 }));
	expect(await empty('HEAD', '/x')()).toBeUndefined();
});

test('text is text', async () => {
	await backend(raw(200, '<p>ü</p>', { 'content-type': 'text/html' }));
	expect(await text('GET', '/x')()).toBe('<p>ü</p>');
});

test('a raw response comes unread, errors reject all the same', async () => {
	const answers = [raw(200, 'abc', { 'x-a': '1' }), ok({ detail: 'no' }, 403)];
	await backend((...args) => answers.shift()!(...args));
	const given = await response('GET', '/x')();
	expect(given.headers.get('x-a')).toBe('1');
	expect(await given.text()).toBe('abc');
	await expect(response('GET', '/x')()).rejects.toMatchObject({ status: 403, detail: 'no' });
});

test('a redirect is followed', async () => {
	await backend((answer, { url }) =>
		url === '/x' ? raw(307, '', { location: '/y' })(answer, null!) : ok({ at: url })(answer, null!)
	);
	expect(await plain()).toEqual({ at: '/y' });
	const given = await response('GET', '/x')();
	expect([given.redirected, given.status]).toEqual([true, 200]);
});

test('a result is a value', async () => {
	await backend(ok({ id: 1 }, 201));
	const result = await plain().result();
	expect(result).toMatchObject({ success: true, status: 201, data: { id: 1 } });
	expect(result.success && result.response.headers.get('content-type')).toBe('application/json');
});

test('.response() is the raw response, whatever its status', async () => {
	await backend(raw(418, 'teapot'));
	const given = await plain().response();
	expect(given.status).toBe(418);
	expect(await given.text()).toBe('teapot');
});

test('after .response() the call itself has no data, and does not reject', async () => {
	await backend(ok({ id: 1 }, 404));
	const call = plain();
	await call.response();
	expect(await call).toBeUndefined();
});

test('what is not JSON is no data', async () => {
	await backend(raw(200, '<!doctype html>'));
	expect(await plain().result()).toMatchObject({
		success: false,
		status: 0,
		error: { cause: expect.any(SyntaxError), response: { status: 200 } }
	});
});

test('a server that is not there is status 0', async () => {
	process.env.FLUIDKIT_URL = 'http://127.0.0.1:9';
	onTestFinished(() => void delete process.env.FLUIDKIT_URL);
	const result = await plain().result();
	expect(result).toMatchObject({
		success: false,
		status: 0,
		error: { status: 0, response: undefined, body: undefined, detail: undefined }
	});
	expect(!result.success && result.error.cause).toBeInstanceOf(TypeError);
	await expect(plain().response()).rejects.toMatchObject({ name: 'ApiError', status: 0 });
});

test('a connection that breaks in the body is status 0', async () => {
	await backend((answer) => {
		answer.writeHead(200, { 'content-length': '10' }).write('{"a"');
		setTimeout(() => answer.destroy(), 20);
	});
	await expect(plain()).rejects.toMatchObject({ status: 0, cause: expect.any(TypeError) });
});

test('a connection that breaks in the body of an error keeps the status', async () => {
	await backend((answer) => {
		answer.writeHead(500, { 'content-length': '10' }).write('{"a"');
		setTimeout(() => answer.destroy(), 20);
	});
	await expect(plain()).rejects.toMatchObject({ name: 'ApiError', status: 500, body: '' });
});

test('a request that is refused for no reason is status 0', async () => {
	const call = plain({ fetch: () => Promise.reject(undefined) });
	expect(await call.result()).toMatchObject({ success: false, status: 0 });
	const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
	const error = plain({ fetch: () => Promise.reject(undefined) }).orError();
	await expect(error).rejects.toMatchObject({ status: 503 });
	expect(shown).toHaveBeenCalledOnce();
	shown.mockRestore();
});

test('aborting ends the request', async () => {
	const { left, received } = await backend(() => {});
	const controller = new AbortController();
	const call = plain({ signal: controller.signal });
	const outcome = call.result();
	await vi.waitFor(() => expect(received).toHaveLength(1));
	controller.abort();
	expect(await outcome).toMatchObject({
		success: false,
		status: 0,
		error: { cause: { name: 'AbortError' } }
	});
	await left;
});

test('aborting ends the reading', async () => {
	const { left } = await backend((answer) => {
		answer.writeHead(200).write('{');
	});
	const controller = new AbortController();
	const given = await plain({ signal: controller.signal }).response();
	controller.abort(new Error('enough'));
	await expect(given.text()).rejects.toThrow();
	await left;
});

test('an aborted signal sends nothing, and its reason is kept', async () => {
	const { received } = await backend();
	const reason = new Error('too late');
	for (const timeout of [undefined, 1000]) {
		await expect(plain({ signal: AbortSignal.abort(reason), timeout })).rejects.toMatchObject({
			status: 0,
			cause: reason
		});
	}
	expect(received).toEqual([]);
});

test('a timeout ends the request', async () => {
	const { left } = await backend(() => {});
	await expect(plain({ timeout: 30 })).rejects.toMatchObject({
		status: 0,
		cause: { name: 'TimeoutError' }
	});
	await left;
});

test('a timeout covers the body', async () => {
	const { left } = await backend((answer) => {
		answer.writeHead(200).write('{');
	});
	await expect(plain({ timeout: 50 })).rejects.toMatchObject({ cause: { name: 'TimeoutError' } });
	await left;
});

test('a timeout ends the reading of an error, whose status counts', async () => {
	const { left } = await backend((answer) => {
		answer.writeHead(500).write('{');
	});
	// It goes off when the status is known, however long that takes.
	const timeout = new AbortController();
	const asked = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeout.signal);
	onTestFinished(() => asked.mockRestore());
	const timed = async (url: string, init?: RequestInit) => {
		const response = await fetch(url, init);
		setTimeout(() => timeout.abort());
		return response;
	};
	const call = plain({ timeout: 50, fetch: timed });
	await expect(call).rejects.toMatchObject({ name: 'ApiError', status: 500 });
	expect(asked).toHaveBeenCalledWith(50);
	await left;
});

test.each([1500.5, 2 ** 31, 2 ** 40, Infinity])('a timeout may be %d ms', async (timeout) => {
	await backend((answer) => void setTimeout(() => answer.end('{}'), 30));
	expect(await plain({ timeout })).toEqual({});
});

test('signal and timeout work together', async () => {
	const { left } = await backend(() => {});
	const controller = new AbortController();
	const call = plain({ signal: controller.signal, timeout: 10_000 });
	setTimeout(() => controller.abort(), 20);
	await expect(call).rejects.toMatchObject({ cause: { name: 'AbortError' } });
	await left;
	await expect(plain({ signal: new AbortController().signal, timeout: 30 })).rejects.toMatchObject({
		cause: { name: 'TimeoutError' }
	});
});

/** Rejections that nobody handled while `act` ran. */
async function unhandled(act: () => unknown): Promise<unknown[]> {
	const found: unknown[] = [];
	const listeners = process.listeners('unhandledRejection');
	process.removeAllListeners('unhandledRejection');
	process.on('unhandledRejection', (reason) => found.push(reason));
	await act();
	await new Promise((resolve) => setTimeout(resolve, 50));
	process.removeAllListeners('unhandledRejection');
	for (const listener of listeners) process.on('unhandledRejection', listener);
	return found;
}

test('a failure that nobody looks at is an unhandled rejection', async () => {
	await backend(ok({ detail: 'no' }, 404));
	const found = await unhandled(() => void plain());
	expect(found).toMatchObject([{ status: 404 }]);
});

test.each(['result', 'response', 'orError'] as const)(
	'.%s() marks the failure as handled',
	async (way) => {
		await backend(ok({ detail: 'no' }, 404));
		const found = await unhandled(async () => {
			await plain()
				[way]()
				.catch(() => {});
		});
		expect(found).toEqual([]);
	}
);

test('.orError() gives SvelteKit’s own error of the same status', async () => {
	await backend(ok({ detail: 'No such user' }, 404));
	const error = await user(1)
		.orError()
		.catch((error) => error);
	expect(error).toBeInstanceOf(HttpError);
	expect(error).toMatchObject({
		status: 404,
		body: { message: 'No such user', detail: 'No such user' }
	});
});

test('.orError() of an answer that never came is 503, and tells nothing of the inside', async () => {
	process.env.FLUIDKIT_URL = 'http://127.0.0.1:9';
	onTestFinished(() => void delete process.env.FLUIDKIT_URL);
	const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
	onTestFinished(() => shown.mockRestore());
	const error = await plain()
		.orError()
		.catch((error) => error);
	expect(error).toMatchObject({ status: 503, body: { message: 'Error 503' } });
	// The console has it: once, with its cause.
	expect(shown.mock.calls).toEqual([[expect.objectContaining({ name: 'ApiError', status: 0 })]]);
	expect(shown.mock.calls[0]![0].cause).toBeInstanceOf(TypeError);
});

test('.orError() of a call that was aborted leaves the console alone', async () => {
	await backend(() => {});
	const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
	onTestFinished(() => shown.mockRestore());
	const call = plain({ signal: AbortSignal.abort() });
	await expect(call.orError()).rejects.toMatchObject({ status: 503 });
	expect(shown).not.toHaveBeenCalled();
});

test('.orError() of HTML shows the status text', async () => {
	await backend(raw(502, '<h1>nginx</h1>'));
	await expect(plain().orError()).rejects.toMatchObject({
		status: 502,
		body: { message: 'Bad Gateway' }
	});
});

test('.orError() resolves to the data', async () => {
	await backend(ok([1]));
	expect(await plain().orError()).toEqual([1]);
});

test('in a neutral tree .orError() rejects like the call', async () => {
	const { raise } = await import('../src/kit.neutral.js');
	const error = new ApiError('GET /x', new TypeError('x'));
	await expect(raise(error)).rejects.toBe(error);
});

test('headers of the call win over configured ones', async () => {
	const { received } = await backend();
	configure({ headers: { Authorization: 'a', 'X-One': '1' } });
	await plain({ headers: new Headers({ authorization: 'b' }) });
	await plain({ headers: [['authorization', 'c']] });
	await plain({ headers: () => ({ authorization: 'd' }) });
	expect(received.map(({ headers }) => [headers.authorization, headers['x-one']])).toEqual([
		['b', '1'],
		['c', '1'],
		['d', '1']
	]);
});

test('configured headers may be a function, asked before each request', async () => {
	const { received } = await backend();
	let count = 0;
	configure({ headers: async () => ({ 'x-count': `${++count}` }) });
	await plain();
	await plain();
	configure({ headers: () => undefined });
	await plain();
	expect(received.map(({ headers }) => headers['x-count'])).toEqual(['1', '2', undefined]);
});

test('configured headers don’t take the content type away', async () => {
	const { received } = await backend();
	configure({ headers: { 'content-type': 'text/plain' } });
	await json('POST', '/x', [body])({});
	expect(received[0]!.headers['content-type']).toBe('application/json');
});

test('a hook that fails is the failure of the call', async () => {
	const { received } = await backend();
	configure({
		headers: () => {
			throw new Error('no token');
		}
	});
	await expect(plain()).rejects.toMatchObject({ status: 0, cause: { message: 'no token' } });
	expect(received).toEqual([]);
});

test('baseUrl: the call’s, else the configured one, else the environment’s', async () => {
	const { received, url } = await backend();
	process.env.FLUIDKIT_URL = `${url}/env`;
	await plain();
	configure({ baseUrl: `${url}/configured/` });
	await plain();
	await plain({ baseUrl: `${url}/call` });
	expect(received.map((one) => one.url)).toEqual(['/env/x', '/configured/x', '/call/x']);
	expect(plain.url()).toBe(`${url}/configured/x`);
	expect(plain.url({ baseUrl: '/b' })).toBe('/b/x');
});

test('fetch: the call’s, else the configured one, else the global one', async () => {
	const { received } = await backend();
	const named = (name: string) => (url: string, init?: RequestInit) =>
		fetch(`${url}?${name}`, init);
	await plain();
	configure({ fetch: named('configured') });
	await plain();
	await plain({ fetch: named('call') });
	expect(received.map((one) => one.url)).toEqual(['/x', '/x?configured', '/x?call']);
});

test('the global fetch is looked up at the call', async () => {
	await backend();
	const seen: unknown[] = [];
	const original = globalThis.fetch;
	onTestFinished(() => void (globalThis.fetch = original));
	globalThis.fetch = (...args) => {
		seen.push(args[0]);
		return original(...args);
	};
	await plain();
	expect(seen).toHaveLength(1);
});

test('onError may answer with a retry, whose headers are asked for again', async () => {
	let token = 'old';
	const { received } = await backend((answer, { headers }) =>
		headers.authorization === 'new'
			? ok({ fine: true })(answer, null!)
			: ok({ detail: 'no' }, 401)(answer, null!)
	);
	const seen: ApiError[] = [];
	configure({
		headers: () => ({ authorization: token }),
		onError: (error, retry) => {
			seen.push(error);
			if (error.status !== 401) return;
			token = 'new';
			return retry();
		}
	});
	expect(await json('POST', '/x', [body])({ a: 1 })).toEqual({ fine: true });
	expect(received.map((one) => [one.headers.authorization, one.body])).toEqual([
		['old', '{"a":1}'],
		['new', '{"a":1}']
	]);
	expect(seen).toMatchObject([{ status: 401, detail: 'no' }]);
});

test('onError that answers nothing leaves the failure as it is', async () => {
	await backend(ok({ detail: 'no' }, 403));
	const seen: number[] = [];
	configure({ onError: (error) => void seen.push(error.status) });
	await expect(plain()).rejects.toMatchObject({ status: 403, detail: 'no' });
	expect((await plain().response()).status).toBe(403);
	process.env.FLUIDKIT_URL = 'http://127.0.0.1:9';
	await expect(plain()).rejects.toMatchObject({ status: 0 });
	expect(seen).toEqual([403, 403, 0]);
});

test('onError is not called where nothing failed', async () => {
	await backend();
	const onError = vi.fn();
	configure({ onError });
	await plain();
	expect(onError).not.toHaveBeenCalled();
	configure({ onError: undefined });
	await backend(ok({}, 500));
	await expect(plain()).rejects.toMatchObject({ status: 500 });
	expect(onError).not.toHaveBeenCalled();
});

test('what onError throws is the cause of the failure; .orError() lets SvelteKit’s own through', async () => {
	await backend(ok({}, 500));
	const thrown = new Error('thrown by the hook');
	configure({
		onError: () => {
			throw thrown;
		}
	});
	await expect(plain()).rejects.toMatchObject({ name: 'ApiError', status: 0, cause: thrown });
	expect(await plain().result()).toMatchObject({ success: false, status: 0 });
	const away = new Redirect(303, '/login');
	configure({
		onError: () => {
			throw away;
		}
	});
	await expect(plain().orError()).rejects.toBe(away);
});

test('onError may throw the error itself', async () => {
	await backend(ok({}, 500));
	configure({
		onError: (error) => {
			throw error;
		}
	});
	await expect(plain()).rejects.toMatchObject({ status: 500 });
});

test('configure keeps what it is not given', async () => {
	const { received } = await backend();
	configure({ headers: { 'x-a': '1' } });
	configure({});
	await plain();
	expect(received[0]!.headers['x-a']).toBe('1');
});

test('functions of an earlier version do what the newest says', async () => {
	const { received } = await backend();
	const data = {};
	const first = json('GET', '/first');
	hot(data, { f: first, gone: json('GET', '/gone') });
	const second = json('GET', '/second', [], { q: query('q') });
	hot(data, { f: second });
	const third = text('POST', '/third/{id}', [segment('id')]);
	hot(data, { f: third, __proto__: third });
	expect(await first('1')).toBe('{}');
	await second('2');
	expect(first.url(3)).toBe('/api/third/3');
	expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
		'POST /third/1',
		'POST /third/2'
	]);
});

test('in a universal load, where no header can be read and no body is undefined', async () => {
	const universal =
		(body: string | null, status = 200) =>
		async () => {
			const response = new Response(body, { status });
			response.headers.get = () => {
				throw new Error('Failed to get response header');
			};
			if (!body) response.text = async () => undefined as never;
			return response;
		};
	expect(await json('GET', '/x')({ fetch: universal('{"a":1}') })).toEqual({ a: 1 });
	expect(await json('GET', '/x')({ fetch: universal(null, 204) })).toBeUndefined();
	expect(await empty('GET', '/x')({ fetch: universal(null, 204) })).toBeUndefined();
	expect(await text('GET', '/x')({ fetch: universal('plain') })).toBe('plain');
	const missing = await json('GET', '/x')({ fetch: universal('{"detail":"no"}', 404) }).result();
	expect(missing).toMatchObject({ success: false, status: 404, error: { detail: 'no' } });
});
