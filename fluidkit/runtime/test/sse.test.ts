import { afterEach, expect, test, vi } from 'vitest';
import { body, configure, query, segment } from '../src/client.js';
import { occupy } from '../src/development.js';
import { EventStream, ServerEvent, sse } from '../src/sse.js';
import { bodyOf, pause, serve, until } from './stream-server.js';

afterEach(() => vi.restoreAllMocks());

const NOTIFICATIONS =
	'event: notification\r\ndata: {"message": "one"}\r\n\r\n' +
	': ping\r\n\r\n' +
	'data: {"tick": 1}\r\n\r\n' +
	'id: 7\r\nevent: notification\r\ndata: {"message": "two"}\r\n\r\n';

const stream_notifications = sse(
	'GET',
	'/notifications/{user_id}',
	[segment('user_id')],
	{ kind: query('kind') },
	{ endless: true }
);

/** A server that sends these notifications and stays. */
const notifying = (text = NOTIFICATIONS) => serve((exchange) => exchange.events(text));

// --- Callbacks

test('onMessage gets every event, named or not, and its data as a string', async () => {
	const { baseUrl } = await notifying();
	const messages: unknown[] = [];
	let opened = 0;
	const connection = stream_notifications(1, {
		baseUrl,
		onMessage: (event: any) =>
			messages.push([event.type, JSON.parse(event.data), event.lastEventId]),
		onOpen: () => opened++,
		onError: (error: unknown) => messages.push(error)
	});
	await until(() => messages.length === 3);
	connection.close();
	expect(opened).toBe(1);
	expect(messages).toEqual([
		['notification', { message: 'one' }, ''],
		['message', { tick: 1 }, ''],
		['notification', { message: 'two' }, '7']
	]);
});

test('`on` gets the parsed value, by name, and the event', async () => {
	const { baseUrl } = await notifying();
	const list: unknown[] = [];
	const connection = stream_notifications(1, {
		baseUrl,
		on: {
			notification: (n: any, event: ServerEvent) => list.unshift([n.message, event.type]),
			message: (n: any) => list.unshift(n.tick)
		}
	});
	await until(() => list.length === 3);
	connection.close();
	expect(list).toEqual([['two', 'notification'], 1, ['one', 'notification']]);
});

test('a stream with callbacks starts at once, and the call returns before that', async () => {
	const { baseUrl, exchanges } = await notifying();
	const order: string[] = [];
	const connection = stream_notifications(1, { baseUrl, onOpen: () => order.push('open') });
	order.push('returned');
	await until(() => order.length === 2);
	connection.close();
	expect(order).toEqual(['returned', 'open']);
	expect(exchanges).toHaveLength(1);
});

test('parameters, headers and the accepted type are sent', async () => {
	const { baseUrl, exchanges } = await notifying();
	const connection = stream_notifications('a b', {
		baseUrl,
		kind: 'new',
		headers: { 'x-token': 't' },
		onOpen() {}
	});
	await until(() => exchanges.length);
	connection.close();
	const { url, headers } = exchanges[0]!.request;
	expect(url).toBe('/notifications/a%20b?kind=new');
	expect(headers).toMatchObject({ 'x-token': 't', accept: 'text/event-stream' });
	expect(headers).not.toHaveProperty('last-event-id');
});

test('the given fetch is used', async () => {
	const fetch = vi.fn(
		async () => new Response('data: 1\n\n', { headers: { 'content-type': 'text/event-stream' } })
	);
	const values: unknown[] = [];
	for await (const event of stream_notifications(1, { fetch })) values.push(event.json);
	expect(values).toEqual([1]);
	expect(fetch.mock.calls[0]).toMatchObject([
		expect.stringMatching(/\/notifications\/1$/),
		{ cache: 'no-store' }
	]);
});

test('a stream that nobody reads sends nothing', async () => {
	const { baseUrl, exchanges } = await notifying();
	stream_notifications(1, { baseUrl });
	await pause(50);
	expect(exchanges).toHaveLength(0);
});

test('an optional parameter whose name starts like a callback starts nothing', async () => {
	const fetch = vi.fn(() => new Promise<Response>(() => {}));
	const shops = sse('GET', '/shops', [], { online: query('online'), on_sale: query('on_sale') });
	shops({ fetch, online: true, on_sale: 'yes' });
	await pause(100);
	expect(fetch).not.toHaveBeenCalled();
});

test('the result is an instance of a class: Svelte makes proxies of plain objects only', () => {
	const stream = stream_notifications(1);
	expect(stream).toBeInstanceOf(EventStream);
	expect(Object.getPrototypeOf(stream)).not.toBe(Object.prototype);
	expect('then' in stream).toBe(false);
});

// --- Iteration

test('iteration gives the events in order, and starts at the first next()', async () => {
	const { baseUrl, exchanges } = await serve((exchange) => {
		exchange.events(NOTIFICATIONS);
		exchange.response.end();
	});
	const stream = stream_notifications(1, { baseUrl });
	const iterator = stream[Symbol.asyncIterator]();
	await pause(30);
	expect(exchanges).toHaveLength(0);
	const messages: unknown[] = [];
	for await (const event of { [Symbol.asyncIterator]: () => iterator }) {
		if (`${event.type}` === 'notification') messages.push((event.json as any).message);
	}
	expect(messages).toEqual(['one', 'two']);
	expect(stream.readyState).toBe(2);
});

test('leaving the loop ends the request, and calls onClose', async () => {
	const server = await notifying();
	const onClose = vi.fn();
	for await (const _ of stream_notifications(1, { baseUrl: server.baseUrl, onClose })) break;
	await until(() => server.open === 0);
	expect(onClose).toHaveBeenCalledTimes(1);
});

test('an error in the loop ends the request and comes out of it', async () => {
	const server = await notifying();
	const loop = async (): Promise<void> => {
		for await (const _ of stream_notifications(1, { baseUrl: server.baseUrl })) {
			throw new Error('mine');
		}
	};
	await expect(loop()).rejects.toThrow('mine');
	await until(() => server.open === 0);
});

test('close() ends an iteration whose next() is waiting', async () => {
	const server = await notifying('');
	const stream = stream_notifications(1, { baseUrl: server.baseUrl });
	const next = stream[Symbol.asyncIterator]().next();
	await until(() => server.open === 1);
	stream.close();
	expect(await next).toEqual({ done: true, value: undefined });
	await until(() => server.open === 0);
});

test('calls of next() that overlap get one event each, in order', async () => {
	const { baseUrl } = await notifying();
	const stream = stream_notifications(1, { baseUrl });
	const iterator = stream[Symbol.asyncIterator]();
	const events = await Promise.all([iterator.next(), iterator.next(), iterator.next()]);
	stream.close();
	expect(events.map(({ value }) => value.type)).toEqual([
		'notification',
		'message',
		'notification'
	]);
});

test('callbacks and iteration may be combined: who iterates sets the pace', async () => {
	const { baseUrl, exchanges } = await serve((exchange) => {
		exchange.events(NOTIFICATIONS);
		exchange.response.end();
	});
	const log: string[] = [];
	const stream = stream_notifications(1, {
		baseUrl,
		onOpen: () => log.push('open'),
		onMessage: () => log.push('message'),
		onClose: () => log.push('close')
	});
	for await (const event of stream) log.push(`${event.type}`);
	expect(exchanges).toHaveLength(1);
	expect(log.filter((entry) => entry === 'message')).toHaveLength(4);
	expect(log.at(0)).toBe('open');
	expect(log.at(-1)).toBe('close');
});

test('a stream that is being read says so to a second reader', async () => {
	const { baseUrl } = await notifying();
	const stream = stream_notifications(1, { baseUrl, onMessage() {} });
	await pause();
	expect(() => stream[Symbol.asyncIterator]()).toThrow('GET /notifications/{user_id} is in use');
	stream.close();
});

// --- The interface of EventSource

test('onmessage gets events without a name only; addEventListener those of its name', async () => {
	const { baseUrl } = await notifying();
	const source = stream_notifications(1, { baseUrl });
	const log: unknown[] = [];
	source.onopen = (event) => log.push(event.type);
	source.onmessage = (event) => log.push(['onmessage', event.data]);
	source.addEventListener('notification', (event) => log.push([event.type, event.json]));
	expect(source.readyState).toBe(0);
	await until(() => log.length === 4);
	expect(source.readyState).toBe(1);
	source.close();
	expect(source.readyState).toBe(2);
	expect(log).toEqual([
		'open',
		['notification', { message: 'one' }],
		['onmessage', '{"tick": 1}'],
		['notification', { message: 'two' }]
	]);
});

test.each([
	['an assignment', (source: EventStream<any>) => (source.onmessage = () => {})],
	['a listener', (source: EventStream<any>) => source.addEventListener('error', () => {})]
])('%s starts the stream in a microtask, once', async (_, listen) => {
	const { baseUrl, exchanges } = await notifying();
	const source = stream_notifications(1, { baseUrl });
	listen(source);
	source.onopen = () => {};
	await until(() => exchanges.length);
	await pause(30);
	source.close();
	expect(exchanges).toHaveLength(1);
});

test('listeners: once, removal, and the same one twice', async () => {
	const { baseUrl } = await notifying();
	const source = stream_notifications(1, { baseUrl });
	const log: string[] = [];
	const twice = () => log.push('twice');
	const removed = () => log.push('removed');
	source.addEventListener('notification', () => log.push('once'), { once: true });
	source.addEventListener('notification', twice);
	source.addEventListener('notification', twice);
	source.addEventListener('notification', removed);
	source.removeEventListener('notification', removed);
	source.onmessage = () => log.push('replaced');
	source.onmessage = null;
	expect(source.onmessage).toBeNull();
	await until(() => log.length === 3);
	source.close();
	expect(log).toEqual(['once', 'twice', 'twice']);
});

test('`url` is where the events come from, and the function has it too', () => {
	const options = { baseUrl: 'http://host/api' };
	expect(stream_notifications(5, options).url).toBe('http://host/api/notifications/5');
	expect(stream_notifications.url(5, options)).toBe('http://host/api/notifications/5');
});

// --- Events

test('json is parsed when first read, and kept', () => {
	const event = new ServerEvent('message', '{"a": 1}', '');
	expect(event.json).toEqual({ a: 1 });
	expect(event.json).toBe(event.json);
	expect(() => new ServerEvent('message', 'no', '').json).toThrow(SyntaxError);
});

test('data that is text and not JSON is handed over as it is', async () => {
	const log_lines = sse('GET', '/log', [], {}, { text: ['line', 'message'] });
	const { baseUrl } = await notifying('event: line\ndata: [DONE]\n\ndata: x\n\n');
	const lines: unknown[] = [];
	const connection = log_lines({
		baseUrl,
		on: { line: (text: string) => lines.push(text), message: (text: string) => lines.push(text) }
	});
	await until(() => lines.length === 2);
	connection.close();
	expect(lines).toEqual(['[DONE]', 'x']);
});

test('a sentinel is an event to see, but no value; after it a clean end is the end', async () => {
	const tokens = sse('GET', '/tokens');
	const server = await serve((exchange) => {
		exchange.events('data: {"t": 1}\n\ndata: [DONE]\n\n');
		exchange.response.end();
	});
	const { baseUrl } = server;
	const seen: string[] = [];
	const values: unknown[] = [];
	await tokens({
		baseUrl,
		onMessage: (event: ServerEvent) => seen.push(event.data),
		on: { message: (value: unknown) => values.push(value) }
	}).done;
	for await (const event of tokens({ baseUrl })) values.push(event.json);
	expect(seen).toEqual(['{"t": 1}', '[DONE]']);
	expect(values).toEqual([{ t: 1 }, { t: 1 }]);
	expect(server.exchanges).toHaveLength(2);
});

test.each(['GET', 'POST'])('after a sentinel a break is the end as well: %s', async (method) => {
	const server = await serve((exchange) => {
		exchange.events('retry: 1\n\ndata: {"t": 1}\n\ndata: [DONE]\n\n');
		setTimeout(exchange.cut, 10);
	});
	const onError = vi.fn();
	await sse(method, '/tokens')({ baseUrl: server.baseUrl, onMessage() {}, onError }).done;
	expect(onError).not.toHaveBeenCalled();
	expect(server.exchanges).toHaveLength(1);
});

test('a sentinel is the last word of its own connection', async () => {
	const { baseUrl } = await serve((exchange) => {
		const { count, response } = exchange;
		exchange.events(count === 1 ? 'retry: 1\n\ndata: [DONE]\n\n' : `data: ${count}\n\n`);
		if (count === 1) response.end();
		else setTimeout(exchange.cut, 10);
	});
	const seen: string[] = [];
	const connection = sse(
		'GET',
		'/tokens'
	)({
		baseUrl,
		onMessage: (event: ServerEvent) => seen.push(event.data),
		onError() {},
		reconnect: { afterEnd: true }
	});
	await until(() => seen.length === 3);
	connection.close();
	expect(seen).toEqual(['[DONE]', '2', '3']);
});

test('an event may be named like what every object has', async () => {
	const { baseUrl } = await notifying(
		'event: constructor\ndata: 1\n\nevent: __proto__\ndata: 2\n\ndata: last\n\n'
	);
	const seen: string[] = [];
	const connection = stream_notifications(1, {
		baseUrl,
		on: {},
		onMessage: (event: ServerEvent) => seen.push(event.type),
		onError: (error: unknown) => seen.push(`${error}`)
	});
	await until(() => seen.length === 3);
	connection.close();
	expect(seen).toEqual(['constructor', '__proto__', 'message']);
});

test('the stream is UTF-8 whatever its charset says', async () => {
	const { baseUrl } = await serve((exchange) =>
		exchange.events('data: "♥"\n\n', { 'content-type': 'Text/Event-Stream;charset=iso-8859-1' })
	);
	for await (const event of stream_notifications(1, { baseUrl })) {
		expect(event.json).toBe('♥');
		break;
	}
});

// --- POST

const chat = sse('POST', '/chat', [body]);

test('a POST sends its arguments, and its clean end is the end', async () => {
	const bodies: string[] = [];
	const server = await serve(async (exchange) => {
		bodies.push(await bodyOf(exchange.request));
		exchange.events('event: token\ndata: {"text": "a"}\n\nevent: token\ndata: {"text": "b"}\n\n');
		exchange.response.end();
	});
	let out = '';
	const onError = vi.fn();
	await chat(
		{ prompt: 'p' },
		{ baseUrl: server.baseUrl, on: { token: (t: any) => (out += t.text) }, onError }
	).done;
	await pause(50);
	expect(out).toBe('ab');
	expect(bodies).toEqual(['{"prompt":"p"}']);
	expect(onError).not.toHaveBeenCalled();
});

// --- Server rendering

test('in a server render callbacks are inert unless asked for; iteration works', async () => {
	const { baseUrl, exchanges } = await serve((exchange) => {
		exchange.events('data: 1\n\n');
		exchange.response.end();
	});
	vi.stubEnv('VITEST', '');
	vi.stubEnv('SSR', true);
	try {
		const onMessage = vi.fn();
		stream_notifications(1, { baseUrl, onMessage });
		stream_notifications(1, { baseUrl }).onmessage = onMessage;
		await pause(50);
		expect(exchanges).toHaveLength(0);
		const connection = stream_notifications(1, { baseUrl, onMessage, ssr: true, reconnect: false });
		await connection.done;
		expect(onMessage).toHaveBeenCalledTimes(1);
		for await (const event of stream_notifications(1, { baseUrl })) expect(event.json).toBe(1);
		expect(exchanges).toHaveLength(2);
	} finally {
		vi.unstubAllEnvs();
	}
});

// --- Development

test('the fifth open HTTP/1.1 stream to one origin is warned of', async () => {
	const { baseUrl } = await notifying();
	vi.stubGlobal('location', new URL(baseUrl));
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	const open = () => stream_notifications(1, { baseUrl, onOpen() {} });
	try {
		const first = [open(), open(), open(), open()];
		await until(() => first.every((stream) => stream.readyState === 1));
		first.pop()!.close();
		first.push(open());
		await until(() => first.every((stream) => stream.readyState === 1));
		expect(warn).not.toHaveBeenCalled();
		first.push(open());
		await until(() => warn.mock.calls.length);
		expect(warn.mock.calls[0]![0]).toContain(`the fifth stream to ${baseUrl} is open`);
		first.push(open());
		await until(() => first.every((stream) => stream.readyState === 1));
		expect(warn).toHaveBeenCalledTimes(1);
		for (const stream of first) stream.close();
	} finally {
		vi.unstubAllGlobals();
	}
});

test.each([
	['http/1.1', 'https://page.test/events', 1],
	['h2', 'https://page.test/events', 0],
	['http/1.1', 'https://other.test/events', 0]
])(
	'over https: a page that came by %s, five streams to %s, warnings: %i',
	(protocol, url, count) => {
		vi.stubGlobal('location', new URL('https://page.test/'));
		vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
			{ nextHopProtocol: protocol } as unknown as PerformanceEntry
		]);
		const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
		try {
			const releases = Array.from({ length: 5 }, () => occupy(url));
			expect(warn).toHaveBeenCalledTimes(count);
			for (const release of releases) release();
		} finally {
			vi.unstubAllGlobals();
		}
	}
);

// --- Configuration

test('the configured hook can renew a token; what is tried again anyway is not its business', async () => {
	const { baseUrl, exchanges } = await serve(({ count, response, ...exchange }) => {
		if (count === 1) return response.writeHead(503, { 'retry-after': '0' }).end();
		if (count === 2) return response.writeHead(401).end('{"detail": "expired"}');
		return exchange.events('data: 1\n\n');
	});
	const statuses: number[] = [];
	configure({
		onError: (error, retry) => {
			statuses.push(error.status);
			return retry();
		}
	});
	try {
		const reconnect = { delay: 1 };
		for await (const event of stream_notifications(1, { baseUrl, reconnect })) {
			expect(event.json).toBe(1);
			break;
		}
	} finally {
		configure({ onError: undefined });
	}
	expect(statuses).toEqual([401]);
	expect(exchanges).toHaveLength(3);
});

test('what the configured hook throws is the error of the stream', async () => {
	const { baseUrl, exchanges } = await serve(({ response }) => response.writeHead(401).end());
	let thrown: unknown;
	configure({
		onError(error) {
			throw (thrown = error);
		}
	});
	try {
		const stream = stream_notifications(1, { baseUrl, reconnect: { delay: 1 }, onError() {} });
		const error: unknown = await stream.done.catch((reason: unknown) => reason);
		expect(error).toMatchObject({ name: 'ApiError', status: 401 });
		expect(error).toBe(thrown);
	} finally {
		configure({ onError: undefined });
	}
	expect(exchanges).toHaveLength(1);
});
