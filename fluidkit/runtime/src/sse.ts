// Server-sent events over `fetch`, under the interface of EventSource.

import { ApiError, passing } from './errors.js';
import { type Codec, define, type Operation, refuse } from './request.js';
import { createParser } from './sse-parser.js';
import {
	type Context,
	headerOf,
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
	/** Data that is a sign and no value. Default: `[DONE]` */
	sentinels?: readonly string[];
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
	[K in keyof M]?:
		| (string extends K
				? OtherHandler
				: (value: M[K], event: ServerEvent<K & string, M[K]>) => unknown)
		| undefined;
};

/** As a method, whose parameters are compared less strictly: it stands beside those of known events. */
type OtherHandler = { handle(value: unknown, event: ServerEvent): unknown }['handle'];

/** The names that are known, without the `string` of an index signature. */
type Known<M> = keyof { [K in keyof M as string extends K ? never : K]: M[K] } & string;

declare const other: unique symbol;

/**
 * The name of an event that isn't known.
 *
 * It is a string, but no type that is one would be ruled out by `event.type === 'known'`: for other
 * names ask for `String(event.type)`.
 */
export interface OtherName extends String {
	readonly [other]: true;
}

/** Any event of a stream: a union by `type`. */
export type EventOf<M extends object> =
	| { [K in Known<M>]: ServerEvent<K, M[K & keyof M]> }[Known<M>]
	| (string extends keyof M ? OtherEvent : never);

/** An event that isn't known. */
export type OtherEvent = Omit<ServerEvent, 'type'> & { readonly type: OtherName };

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

/**
 * Server-sent events. Read them with callbacks, with `for await`, or as from an EventSource.
 *
 * `M` maps the names of events to the types of their JSON.
 */
export class EventStream<M extends object = { [event: string]: unknown }> extends Stream<
	EventOf<M>
> {
	/** 0 while connecting, 1 when open, 2 when closed. */
	declare readonly readyState: 0 | 1 | 2;
	/** Where the events come from. */
	declare readonly url: string;
	declare onopen: ((event: ConnectionEvent) => unknown) | null;
	/** Gets the events without a name; `onMessage` among the options gets all. */
	declare onmessage: ((event: ServerEvent<'message', MessageOf<M>>) => unknown) | null;
	declare onerror: ((event: ConnectionEvent) => unknown) | null;
	/** Listen to the events of a name, or to the connection: `open`, `error`. */
	declare addEventListener: AddEventListener<M>;
	declare removeEventListener: (type: string, listener: (event: never) => unknown) => void;

	/** @internal */
	constructor(operation: Operation, traits: EventTraits) {
		super(
			operation,
			(context, stream) => createSource(operation, traits, context, stream as any) as any
		);
	}
}

/** As that of an EventSource; a promise that a listener returns is waited for. */
export interface AddEventListener<M extends object> {
	<K extends Known<M>>(
		type: K,
		listener: (event: ServerEvent<K, M[K & keyof M]>) => unknown,
		options?: boolean | { once?: boolean | undefined }
	): void;
	(
		type: 'open' | 'error',
		listener: (event: ConnectionEvent) => unknown,
		options?: boolean | { once?: boolean | undefined }
	): void;
	(
		type: string extends keyof M ? string : never,
		listener: (event: ServerEvent) => unknown,
		options?: boolean | { once?: boolean | undefined }
	): void;
}

type Listen = (type: string, key: unknown, listener?: Listener | null, once?: boolean) => void;

type Listener = (event: any) => unknown;

function createSource(
	{ name, options, url }: Operation,
	{ endless, text = [], sentinels = ['[DONE]'] }: EventTraits,
	context: Context,
	stream: EventStream
): Source<ServerEvent> {
	const isGet = name.startsWith('GET ');
	const { onMessage, reconnect = {} } = options as EventStreamOptions<any>;
	// Without a prototype: an event may be called `constructor`.
	const on: any = { __proto__: null, ...(options as EventStreamOptions<any>).on };
	const {
		delay = 1000,
		maxDelay = 30_000,
		attempts = Infinity,
		withoutId = isGet,
		afterEnd
	} = reconnect as ReconnectOptions;
	/** Listeners by type, and by what they are removed with. */
	const listeners: { [type: string]: Map<unknown, Listener> } = { __proto__: null } as any;
	/** Takes what comes in, while the connection is open. */
	let feed: ((text: string) => void) | undefined;
	/** What the parser has told and nobody has taken. */
	const events: ServerEvent[] = [];
	let id = '';
	/** Milliseconds that the server wants between attempts. */
	let retry = delay;
	/** Attempts that have failed since the last event. */
	let failures = 0;
	/** The server has sent its last word. */
	let over = false;
	/** When the last comment came, and how long after the one before it. */
	let pinged: number;
	let lastGap: number;
	/** The longest time between pings; 0 while they show no rhythm. */
	let rhythm: number;

	/** Not a sentinel, which is data like any other where they are text. */
	const carries = ({ type, data }: ServerEvent): boolean =>
		!sentinels.includes(data) || text.includes(type);

	const dispatch = (event: ServerEvent | ConnectionEvent): unknown[] =>
		Array.from(listeners[event.type]?.values() ?? [], (listener) => listener(event));

	const listen: Listen = (type, key, listener, once) => {
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
	const property = (type: string): PropertyDescriptor => {
		let current: Listener | null = null;
		return {
			get: () => current,
			set: (listener) => listen(type, property, (current = listener))
		};
	};

	/** What the parser finds. */
	const block = (type: string, data: string | undefined, lastEventId: string): void => {
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
	const comment = (): void => {
		const now = Date.now();
		const gap = now - pinged;
		pinged = now;
		if (gap < 10) return;
		if (gap < lastGap * 3 && lastGap < gap * 3 && gap > rhythm) rhythm = gap;
		lastGap = gap;
	};

	const connect = async (): Promise<void> => {
		// What can't be sent is no failure of the connection either, which might pass.
		new Headers(options.headers as HeadersInit);
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
		await context.open(headers, mayRepeat() as boolean, /^text\/event-stream *(;|$)/i);
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
	stream.addEventListener = ((type: string, listener: Listener, options?: any) =>
		listen(type, listener, listener, options?.once)) as typeof stream.addEventListener;
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
					const { response, status } = error as ApiError;
					context.disconnect();
					feed = undefined;
					if (context.closed() || (over && !afterEnd)) return;
					// Arguments that can't be sent are an error without a status.
					if (!mayRepeat() || !passing.test(status as never)) throw error;
					const doubled = (retry || (failures && 500)) * 2 ** failures;
					// With the jitter, which keeps clients from all returning at once, it is `maxDelay`.
					const backoff = Math.min(doubled, Math.max(retry, maxDelay * 0.8));
					const wanted = headerOf(response, 'retry-after')!;
					const told = +wanted * 1000 || Date.parse(wanted) - Date.now();
					const pause = (told > 0 ? told : backoff) * (1 + Math.random() / 4);
					failures++;
					await context.tellError(error as ApiError, true);
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
				onMessage?.(event as any),
				carries(event) && on[event.type]?.(event.json, event),
				...dispatch(event)
			];
		},
		onOpen: () => Promise.all(dispatch({ type: 'open' })),
		onError: (error) => Promise.all(dispatch({ type: 'error', error }))
	};
}

/** An operation that answers with server-sent events. */
export const sse = (
	method: string,
	path: string,
	required?: readonly Codec[],
	optional?: { readonly [name: string]: Codec },
	traits: EventTraits = {}
) => define(method, path, required, optional, (operation) => new EventStream(operation, traits));
