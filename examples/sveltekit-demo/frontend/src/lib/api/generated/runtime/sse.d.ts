/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import { type Codec } from './request.js';
import { Stream, type StreamError, type StreamOptions } from './stream.js';
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
	M extends object = {
		[event: string]: unknown;
	}
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
type OtherHandler = {
	handle(value: unknown, event: ServerEvent): unknown;
}['handle'];
/** The names that are known, without the `string` of an index signature. */
type Known<M> = keyof {
	[K in keyof M as string extends K ? never : K]: M[K];
} &
	string;
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
	| {
			[K in Known<M>]: ServerEvent<K, M[K & keyof M]>;
	  }[Known<M>]
	| (string extends keyof M ? OtherEvent : never);
/** An event that isn't known. */
export type OtherEvent = Omit<ServerEvent, 'type'> & {
	readonly type: OtherName;
};
/** One event. */
export declare class ServerEvent<K extends string = string, T = unknown> {
	#private;
	/** Its name; `message` if it has none. */
	readonly type: K;
	/** Its data as they came. */
	readonly data: string;
	/** The last id that the server sent, with this event or before it. */
	readonly lastEventId: string;
	constructor(type: K, data: string, lastEventId: string, json?: T);
	/** Its data as a value, parsed when first read. Throws a SyntaxError if they are no JSON. */
	get json(): T;
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
export declare class EventStream<
	M extends object = {
		[event: string]: unknown;
	}
> extends Stream<EventOf<M>> {
	/** 0 while connecting, 1 when open, 2 when closed. */
	readonly readyState: 0 | 1 | 2;
	/** Where the events come from. */
	readonly url: string;
	onopen: ((event: ConnectionEvent) => unknown) | null;
	/** Gets the events without a name; `onMessage` among the options gets all. */
	onmessage: ((event: ServerEvent<'message', MessageOf<M>>) => unknown) | null;
	onerror: ((event: ConnectionEvent) => unknown) | null;
	/** Listen to the events of a name, or to the connection: `open`, `error`. */
	addEventListener: AddEventListener<M>;
	removeEventListener: (type: string, listener: (event: never) => unknown) => void;
}
/** As that of an EventSource; a promise that a listener returns is waited for. */
export interface AddEventListener<M extends object> {
	<K extends Known<M>>(
		type: K,
		listener: (event: ServerEvent<K, M[K & keyof M]>) => unknown,
		options?:
			| boolean
			| {
					once?: boolean | undefined;
			  }
	): void;
	(
		type: 'open' | 'error',
		listener: (event: ConnectionEvent) => unknown,
		options?:
			| boolean
			| {
					once?: boolean | undefined;
			  }
	): void;
	(
		type: string extends keyof M ? string : never,
		listener: (event: ServerEvent) => unknown,
		options?:
			| boolean
			| {
					once?: boolean | undefined;
			  }
	): void;
}
/** An operation that answers with server-sent events. */
export declare const sse: (
	method: string,
	path: string,
	required?: readonly Codec[],
	optional?: {
		readonly [name: string]: Codec;
	},
	traits?: EventTraits
) => import('./request.js').OperationFunction<
	EventStream<{
		[event: string]: unknown;
	}>
>;
export {};
