// Server-sent events over `fetch`, under the interface of EventSource.

import { headerOf } from './connection.js';
import { ApiError, failure } from './errors.js';
import { type Codec, define, type Operation } from './request.js';
import { createParser } from './sse-parser.js';
import {
	type Context,
	type Source,
	Stream,
	type StreamError,
	type StreamOptions
} from './stream.js';

/** What generation knows of an event stream. */
export interface EventTraits {
	/** Whether its generator has no way out; undefined where that isn't known. */
	endless?: boolean;
	/** Names of the events whose data is text and not JSON. */
	text?: readonly string[];
}

/** How a stream connects again. */
export interface ReconnectOptions {
	/** Milliseconds before the first new attempt, unless the server sends `retry`. Default: 1000 */
	delay?: number | undefined;
	/** Milliseconds that the delay, doubling with each failure, grows to. Default: 30 000 */
	maxDelay?: number | undefined;
	/** Failed attempts in a row after which the stream ends. Default: no limit */
	attempts?: number | undefined;
	/**
	 * Whether to connect again after the server has ended the stream cleanly.
	 *
	 * Default: not for iteration, POST, and generators that are known to end.
	 */
	afterEnd?: boolean | undefined;
	/**
	 * Whether the request may be sent again though no event had an id, so that the server starts
	 * from the beginning. Default: for GET
	 */
	withoutId?: boolean | undefined;
}

/**
 * What an event stream accepts beside its own optional parameters.
 *
 * `M` maps the names of events to the types of their JSON; events without a name are `message`.
 */
export interface EventStreamOptions<
	M extends object = { [event: string]: unknown }
> extends StreamOptions {
	/** Called with the value of each event, by name. */
	on?: EventHandlers<M> | undefined;
	/** Called with every event, whatever its name. */
	onMessage?: ((event: EventOf<M>) => unknown) | undefined;
	/** Called each time that the connection breaks, and with the error that ends the stream. */
	onError?: ((error: StreamError) => unknown) | undefined;
	/** How to connect again; false: not at all. */
	reconnect?: false | ReconnectOptions | undefined;
}

/** Callbacks by the name of the event. */
export type EventHandlers<M extends object> = {
	[K in keyof M]?: ((value: M[K], event: ServerEvent<K & string, M[K]>) => unknown) | undefined;
};

/** The names that are known, without the `string` of an index signature. */
type Known<M> = keyof { [K in keyof M as string extends K ? never : K]: M[K] } & string;

declare const other: unique symbol;

/** The name of an event that isn't known: any string, but none that a comparison narrows to. */
export type OtherName = string & { readonly [other]?: never };

/** Any event of a stream: a union by `type`. */
export type EventOf<M extends object> =
	| { [K in Known<M>]: ServerEvent<K, M[K & keyof M]> }[Known<M>]
	| (string extends keyof M ? ServerEvent<OtherName, unknown> : never);

/** One event. */
export class ServerEvent<K extends string = string, T = unknown> {
	/** Its name; `message` if it has none. */
	declare readonly type: K;
	/** Its data as they came. */
	declare readonly data: string;
	/** The last id that the server sent, with this event or before it. */
	declare readonly lastEventId: string;
	#json: T | undefined;

	constructor(type: K, data: string, lastEventId: string, json?: T) {
		this.type = type;
		this.data = data;
		this.lastEventId = lastEventId;
		this.#json = json;
	}

	/** Its data as a value, parsed when first read. Throws a SyntaxError if they are no JSON. */
	get json(): T {
		return (this.#json ??= JSON.parse(this.data) as T);
	}
}

/** What listeners are told of the connection. */
export interface ConnectionEvent {
	readonly type: 'open' | 'error';
	/** With type `error`: what happened, and whether the stream goes on by itself. */
	readonly error?: StreamError;
}

/** The value of events without a name. */
type MessageOf<M> = 'message' extends keyof M ? M['message' & keyof M] : unknown;

/** Listeners by type, and by what they are removed with. */
interface Listeners {
	[type: string]: Map<unknown, (event: any) => unknown>;
}

/**
 * Server-sent events. Read them with callbacks, with `for await`, or as from an EventSource.
 *
 * `M` maps the names of events to the types of their JSON.
 */
export class EventStream<M extends object = { [event: string]: unknown }> extends Stream<
	EventOf<M>
> {
	readonly CONNECTING = 0;
	readonly OPEN = 1;
	readonly CLOSED = 2;
	readonly #source: EventSource;
	readonly #url: () => string;

	/** @internal */
	constructor(operation: Operation, traits: EventTraits) {
		let source!: EventSource;
		super(operation, (context) => (source = createSource(operation, traits, context)));
		this.#source = source;
		this.#url = operation.url;
	}

	/** 0 while connecting, 1 when open, 2 when closed. */
	get readyState(): 0 | 1 | 2 {
		return this.#source.state();
	}

	/** Where the events come from. */
	get url(): string {
		return this.#url();
	}

	get onopen(): ((event: ConnectionEvent) => unknown) | null {
		return this.#get('open');
	}

	set onopen(listener: ((event: ConnectionEvent) => unknown) | null) {
		this.#set('open', 0, listener);
	}

	/** Gets the events without a name; `onMessage` among the options gets all. */
	get onmessage(): ((event: ServerEvent<'message', MessageOf<M>>) => unknown) | null {
		return this.#get('message');
	}

	set onmessage(listener: ((event: ServerEvent<'message', MessageOf<M>>) => unknown) | null) {
		this.#set('message', 0, listener);
	}

	get onerror(): ((event: ConnectionEvent) => unknown) | null {
		return this.#get('error');
	}

	set onerror(listener: ((event: ConnectionEvent) => unknown) | null) {
		this.#set('error', 0, listener);
	}

	/** Listen to the events of a name, or to the connection: `open`, `error`. */
	addEventListener<K extends Known<M>>(
		type: K,
		listener: (event: ServerEvent<K, M[K & keyof M]>) => unknown,
		options?: boolean | { once?: boolean | undefined }
	): void;
	addEventListener(
		type: 'open' | 'error',
		listener: (event: ConnectionEvent) => unknown,
		options?: boolean | { once?: boolean | undefined }
	): void;
	addEventListener(
		type: string extends keyof M ? string : never,
		listener: (event: ServerEvent) => unknown,
		options?: boolean | { once?: boolean | undefined }
	): void;
	addEventListener(type: string, listener: (event: any) => unknown, options?: any): void {
		this.#set(type, listener, listener, options?.once);
	}

	removeEventListener(type: string, listener: (event: never) => unknown): void {
		this.#set(type, listener);
	}

	#get(type: string): any {
		return this.#source.listeners[type]?.get(0) ?? null;
	}

	#set(
		type: string,
		key: unknown,
		listener?: ((event: any) => unknown) | null,
		once?: boolean
	): void {
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

interface EventSource extends Source<any> {
	listeners: Listeners;
	state(): 0 | 1 | 2;
}

function createSource(
	{ name, options }: Operation,
	{ endless, text }: EventTraits,
	{ open: request, read, wait, disconnect, closed, tell, tellError }: Context
): EventSource {
	const isGet = name.startsWith('GET ');
	const { onMessage, reconnect = {} } = options as EventStreamOptions<any>;
	// Without a prototype: an event may be called `constructor`.
	const on: { [event: string]: any } = {
		__proto__: null,
		...(options as EventStreamOptions<any>).on
	};
	const {
		delay = 1000,
		maxDelay = 30_000,
		attempts = reconnect ? Infinity : 0,
		withoutId = isGet,
		afterEnd
	} = reconnect as ReconnectOptions;
	const listeners: Listeners = { __proto__: null } as any;
	let feed: ((text: string) => void) | undefined;
	let open = false;
	/** What the parser has told and nobody has taken. */
	const events: ServerEvent[] = [];
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

	const isText = (type: string): boolean => !!text?.includes(type);

	/** Not a sentinel, which is data like any other where they are text. */
	const carries = ({ type, data }: ServerEvent): boolean => data !== '[DONE]' || isText(type);

	const dispatch = (type: string, event: unknown): unknown[] =>
		[...(listeners[type]?.values() ?? [])].map((listener) => listener(event));

	async function connect(): Promise<void> {
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
		if (type !== undefined && !/^text\/event-stream *(;|$)/i.test(type!)) {
			// Only JSON is read for what it tells: anything else may have no end.
			const error = /^application\/json/i.test(type!)
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
	async function receive(iterated: boolean): Promise<boolean> {
		const piece = await read(rhythm * 3);
		if (piece !== undefined) {
			feed!(piece);
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
	function listen(): void {
		const now = performance.now();
		const gap = now - pinged;
		commented = false;
		pinged = now;
		if (gap < 10) return;
		if (gap < lastGap * 3 && lastGap < gap * 3) rhythm = Math.max(rhythm, gap);
		lastGap = gap;
	}

	/** Milliseconds until the next attempt; negative if there shall be none. */
	function delayAfter(status: number, response?: Response): number {
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
					const { status, response } = error as ApiError;
					disconnect();
					open = false;
					if (closed()) return;
					const delay = delayAfter(status, response);
					if (delay < 0) throw error;
					failures++;
					await tellError(error as ApiError, true);
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
export const sse = (
	method: string,
	path: string,
	required?: readonly Codec[],
	optional?: { readonly [name: string]: Codec },
	traits: EventTraits = {}
) =>
	define(method, path, required, optional, (operation) => new EventStream<any>(operation, traits));
