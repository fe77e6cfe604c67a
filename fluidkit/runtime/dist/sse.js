/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// Server-sent events over `fetch`, under the interface of EventSource.
import { headerOf } from './connection.js';
import { ApiError, failure } from './errors.js';
import { define } from './request.js';
import { createParser } from './sse-parser.js';
import { Stream } from './stream.js';
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
	CONNECTING = 0;
	OPEN = 1;
	CLOSED = 2;
	#source;
	#url;
	/** @internal */
	constructor(operation, traits) {
		let source;
		super(operation, (context) => (source = createSource(operation, traits, context)));
		this.#source = source;
		this.#url = operation.url;
	}
	/** 0 while connecting, 1 when open, 2 when closed. */
	get readyState() {
		return this.#source.state();
	}
	/** Where the events come from. */
	get url() {
		return this.#url();
	}
	get onopen() {
		return this.#get('open');
	}
	set onopen(listener) {
		this.#set('open', 0, listener);
	}
	/** Gets the events without a name; `onMessage` among the options gets all. */
	get onmessage() {
		return this.#get('message');
	}
	set onmessage(listener) {
		this.#set('message', 0, listener);
	}
	get onerror() {
		return this.#get('error');
	}
	set onerror(listener) {
		this.#set('error', 0, listener);
	}
	addEventListener(type, listener, options) {
		this.#set(type, listener, listener, options?.once);
	}
	removeEventListener(type, listener) {
		this.#set(type, listener);
	}
	#get(type) {
		return this.#source.listeners[type]?.get(0) ?? null;
	}
	#set(type, key, listener, once) {
		const listeners = (this.#source.listeners[type] ??= new Map());
		listeners.delete(key);
		if (!listener) return;
		listeners.set(key, (event) => {
			if (once) listeners.delete(key);
			return listener(event);
		});
		this.start();
	}
}
function createSource(
	{ name, options },
	{ endless, text },
	{ open: request, read, wait, disconnect, closed, tell, tellError }
) {
	const isGet = name.startsWith('GET ');
	const { onMessage, reconnect = {} } = options;
	// Without a prototype: an event may be called `constructor`.
	const on = {
		__proto__: null,
		...options.on
	};
	const {
		delay = 1000,
		maxDelay = 30_000,
		attempts = reconnect ? Infinity : 0,
		withoutId = isGet,
		afterEnd
	} = reconnect;
	const listeners = { __proto__: null };
	let feed;
	let open = false;
	/** What the parser has told and nobody has taken. */
	const events = [];
	let id = '';
	/** Milliseconds that the server wants between attempts. */
	let retry = delay;
	/** Attempts that have failed since the last event. */
	let failures = 0;
	/** The server has sent its last word. */
	let over = false;
	let commented = false;
	/** When the last comment came, and how long after the one before it. */
	let pinged = 0;
	let lastGap = 0;
	/** The longest time between pings; 0 while they show no rhythm. */
	let rhythm = 0;
	const isText = (type) => !!text?.includes(type);
	/** Not a sentinel, which is data like any other where they are text. */
	const carries = ({ type, data }) => data !== '[DONE]' || isText(type);
	const dispatch = (type, event) =>
		[...(listeners[type]?.values() ?? [])].map((listener) => listener(event));
	async function connect() {
		const response = await request(
			{
				accept: 'text/event-stream',
				// A header carries bytes, and `fetch` takes each character for one. To write UTF-8 in this
				// way is what `unescape` is still good for; every engine has it.
				...(id && { 'last-event-id': unescape(encodeURIComponent(id)) })
			},
			(status) => delayAfter(status) >= 0
		);
		const type = headerOf(response, 'content-type');
		// "if res's status is not 200, or if res's `Content-Type` is not `text/event-stream`, then
		// fail the connection". It is taken for right where SvelteKit hides it.
		if (type !== undefined && !/^text\/event-stream *(;|$)/i.test(type)) {
			// Only JSON is read for what it tells: anything else may have no end.
			const error = /^application\/json/i.test(type)
				? await wait(failure(name, response))
				: new ApiError(name, undefined, response);
			error.message += `: no event stream, but ${type}`;
			throw error;
		}
		feed = createParser(
			(type, data, lastEventId) => {
				id = lastEventId;
				if (data === undefined) return;
				const event = new ServerEvent(type, data, id, isText(type) ? data : undefined);
				over ||= !carries(event);
				failures = 0;
				events.push(event);
			},
			() => (commented = true),
			(milliseconds) => (retry = milliseconds),
			id
		);
		pinged = performance.now();
		lastGap = rhythm = 0;
		open = true;
	}
	/** Read what comes next; true at the end. */
	async function receive(iterated) {
		const piece = await read(rhythm * 3);
		if (piece !== undefined) {
			feed(piece);
			if (commented) listen();
			return false;
		}
		// Servers that restart end their streams cleanly.
		const restarts = attempts && isGet && !iterated && endless !== false && !over;
		if (!(afterEnd ?? restarts)) return true;
		throw new ApiError(name, 'the server ended the stream');
	}
	/**
	 * Learn how often the server pings, to notice when it no longer does.
	 *
	 * Two times that are much alike show a rhythm. A comment on its own means nothing, nor do
	 * several in a burst.
	 */
	function listen() {
		const now = performance.now();
		const gap = now - pinged;
		commented = false;
		pinged = now;
		if (gap < 10) return;
		if (gap < lastGap * 3 && lastGap < gap * 3) rhythm = Math.max(rhythm, gap);
		lastGap = gap;
	}
	/** Milliseconds until the next attempt; negative if there shall be none. */
	function delayAfter(status, response) {
		// 0: there was no answer. What never came so far, such as arguments that can't be sent, has no
		// status at all.
		const passing = /^(0|408|425|429|5)/.test(`${status}`);
		if (!passing || failures >= attempts || !(id || withoutId)) return -1;
		const doubled = failures ? Math.max(retry, 500) * 2 ** failures : retry;
		// With the jitter, which keeps clients from all returning at once, it is `maxDelay` again.
		const backoff = Math.min(doubled, Math.max(retry, maxDelay * 0.8));
		const wanted = headerOf(response, 'retry-after') ?? '';
		const told = +wanted * 1000 || Date.parse(wanted) - Date.now();
		return (told > 0 ? told : backoff) * (1 + Math.random() / 4);
	}
	return {
		listeners,
		carries,
		async pull(iterated) {
			while (!closed()) {
				const wasOpen = open;
				try {
					if (!open) await connect();
					else if (await receive(iterated)) return;
				} catch (error) {
					const { status, response } = error;
					disconnect();
					open = false;
					if (closed()) return;
					const delay = delayAfter(status, response);
					if (delay < 0) throw error;
					failures++;
					await tellError(error, true);
					if (!closed()) await wait(new Promise(() => {}), delay || 1).catch(() => {});
				}
				// Not above: what a callback throws is no failure of the connection.
				if (open && !wasOpen) await tell('onOpen');
				if (events.length) return events.splice(0);
			}
			return;
		},
		deliver(event) {
			const { type } = event;
			const typed = carries(event) && on[type];
			return [onMessage?.(event), typed && typed(event.json, event), ...dispatch(type, event)];
		},
		onOpen: () => Promise.all(dispatch('open', { type: 'open' })),
		onError: (error) => Promise.all(dispatch('error', { type: 'error', error })),
		state: () => (closed() ? 2 : open ? 1 : 0)
	};
}
/** An operation that answers with server-sent events. */
export const sse = (method, path, required, optional, traits = {}) =>
	define(method, path, required, optional, (operation) => new EventStream(operation, traits));
