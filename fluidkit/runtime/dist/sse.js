/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// Server-sent events over `fetch`, under the interface of EventSource.
import { ApiError, passing } from './errors.js';
import { define, refuse } from './request.js';
import { createParser } from './sse-parser.js';
import { headerOf, Stream } from './stream.js';
/** One event. */
export class ServerEvent {
	#json;
	constructor(type, data, lastEventId, json) {
		this.type = type;
		this.data = data;
		this.lastEventId = lastEventId;
		this.#json = json;
	}
	/** Its data as a value, parsed when first read. Throws a SyntaxError if they are no JSON. */
	get json() {
		return (this.#json ??= JSON.parse(this.data));
	}
}
/**
 * Server-sent events. Read them with callbacks, with `for await`, or as from an EventSource.
 *
 * `M` maps the names of events to the types of their JSON.
 */
export class EventStream extends Stream {
	/** @internal */
	constructor(operation, traits) {
		super(operation, (context, stream) => createSource(operation, traits, context, stream));
	}
}
function createSource(
	{ name, options, url },
	{ endless, text = [], sentinels = ['[DONE]'] },
	context,
	stream
) {
	const isGet = name.startsWith('GET ');
	const { onMessage, reconnect = {} } = options;
	// Without a prototype: an event may be called `constructor`.
	const on = { __proto__: null, ...options.on };
	const {
		delay = 1000,
		maxDelay = 30_000,
		attempts = Infinity,
		withoutId = isGet,
		afterEnd
	} = reconnect;
	/** Listeners by type, and by what they are removed with. */
	const listeners = { __proto__: null };
	/** Takes what comes in, while the connection is open. */
	let feed;
	/** What the parser has told and nobody has taken. */
	const events = [];
	let id = '';
	/** Milliseconds that the server wants between attempts. */
	let retry = delay;
	/** Attempts that have failed since the last event. */
	let failures = 0;
	/** The server has sent its last word. */
	let over = false;
	/** When the last comment came, and how long after the one before it. */
	let pinged;
	let lastGap;
	/** The longest time between pings; 0 while they show no rhythm. */
	let rhythm;
	/** Not a sentinel, which is data like any other where they are text. */
	const carries = ({ type, data }) => !sentinels.includes(data) || text.includes(type);
	const dispatch = (event) =>
		Array.from(listeners[event.type]?.values() ?? [], (listener) => listener(event));
	const listen = (type, key, listener, once) => {
		const ofType = (listeners[type] ??= new Map());
		ofType.delete(key);
		if (!listener) return;
		ofType.set(key, (event) => {
			if (once) ofType.delete(key);
			return listener(event);
		});
		stream.start();
	};
	/** `onopen` and its like: a listener that the next one replaces. */
	const property = (type) => {
		let current = null;
		return {
			get: () => current,
			set: (listener) => listen(type, property, (current = listener))
		};
	};
	/** What the parser finds. */
	const block = (type, data, lastEventId) => {
		id = lastEventId;
		if (data === undefined) return;
		const event = new ServerEvent(type, data, id, text.includes(type) ? data : undefined);
		over ||= !carries(event);
		failures = 0;
		events.push(event);
	};
	/**
	 * Learn how often the server pings, to notice when it no longer does.
	 *
	 * Two times that are much alike show a rhythm. A comment on its own means nothing, nor do
	 * several in a burst.
	 */
	const comment = () => {
		const now = Date.now();
		const gap = now - pinged;
		pinged = now;
		if (gap < 10) return;
		if (gap < lastGap * 3 && lastGap < gap * 3 && gap > rhythm) rhythm = gap;
		lastGap = gap;
	};
	const connect = async () => {
		// What can't be sent is no failure of the connection either, which might pass.
		new Headers(options.headers);
		const encoded = encodeURIComponent(id);
		// Control characters: Node's `fetch` refuses them, and servers refuse what browsers send.
		if (/%(0[^9]|1|7F)/.test(encoded)) refuse('last-event-id', encoded);
		const headers = {
			accept: 'text/event-stream',
			// A header carries bytes, and `fetch` takes each character for one. To write UTF-8 in this
			// way is what `unescape` is still good for; every engine has it.
			...(id && { 'last-event-id': unescape(encoded) })
		};
		// "if res's status is not 200, or if res's `Content-Type` is not `text/event-stream`, then
		// fail the connection"
		await context.open(headers, mayRepeat(), /^text\/event-stream *(;|$)/i);
		feed = createParser(block, comment, (milliseconds) => (retry = milliseconds), id);
		pinged = Date.now();
		lastGap = rhythm = 0;
	};
	/** Whether the request may be sent again. */
	const mayRepeat = () => reconnect && failures < attempts && (id || withoutId);
	Object.defineProperties(stream, {
		onopen: property('open'),
		onmessage: property('message'),
		onerror: property('error'),
		readyState: { get: () => (context.closed() ? 2 : feed ? 1 : 0) },
		url: { get: url }
	});
	stream.addEventListener = (type, listener, options) =>
		listen(type, listener, listener, options?.once);
	stream.removeEventListener = (type, listener) => listen(type, listener);
	return {
		carries,
		async pull(iterated) {
			while (!context.closed()) {
				const wasOpen = feed;
				try {
					if (feed) {
						const piece = await context.read(rhythm * 3);
						if (piece !== undefined) feed(piece);
						// Servers that restart end their streams cleanly.
						else if (afterEnd ?? (reconnect && isGet && !iterated && endless !== false)) {
							throw new ApiError(name, 'ended');
						} else return;
					} else await connect();
				} catch (error) {
					const { response, status } = error;
					context.disconnect();
					feed = undefined;
					if (context.closed() || (over && !afterEnd)) return;
					// Arguments that can't be sent are an error without a status.
					if (!mayRepeat() || !passing.test(status)) throw error;
					const doubled = (retry || (failures && 500)) * 2 ** failures;
					// With the jitter, which keeps clients from all returning at once, it is `maxDelay`.
					const backoff = Math.min(doubled, Math.max(retry, maxDelay * 0.8));
					const wanted = headerOf(response, 'retry-after');
					const told = +wanted * 1000 || Date.parse(wanted) - Date.now();
					const pause = (told > 0 ? told : backoff) * (1 + Math.random() / 4);
					failures++;
					await context.tellError(error, true);
					if (!context.closed())
						await context.wait(new Promise(() => {}), pause || 1).catch(() => {});
				}
				// Not above: what a callback throws is no failure of the connection.
				if (feed && !wasOpen) await context.tell('onOpen');
				if (events.length) return events.splice(0);
			}
			return;
		},
		deliver(event) {
			return [
				onMessage?.(event),
				carries(event) && on[event.type]?.(event.json, event),
				...dispatch(event)
			];
		},
		onOpen: () => Promise.all(dispatch({ type: 'open' })),
		onError: (error) => Promise.all(dispatch({ type: 'error', error }))
	};
}
/** An operation that answers with server-sent events. */
export const sse = (method, path, required, optional, traits = {}) =>
	define(method, path, required, optional, (operation) => new EventStream(operation, traits));
