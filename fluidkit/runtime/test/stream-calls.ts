// The calls of STREAMING.md, letter for letter, against declarations as they are generated; and
// calls that are wrong. Only to be compiled: see stream-types.test.ts.

import type { Call, CallOptions } from '../src/client.js';
import type { DownloadOptions } from '../src/download.js';
import type { JsonStream, JsonStreamOptions } from '../src/ndjson.js';
import type { EventOf, EventStream, EventStreamOptions, ServerEvent } from '../src/sse.js';
import type { StreamError } from '../src/stream.js';
import { live } from '../src/svelte.js';
import type { TextStream, TextStreamOptions } from '../src/text.js';

interface Notification {
	message: string;
}
interface AnalyticsRecord {
	value: number;
}
interface Token {
	text: string;
}

type Events = { notification: Notification; ping: { at: string } };

declare function stream_notifications(
	userId: number,
	options?: EventStreamOptions<Events> & { kind?: string | undefined }
): EventStream<Events>;
declare function stream_one(
	options?: EventStreamOptions<{ notification: Notification }>
): EventStream<{ notification: Notification }>;
declare function stream_open(
	options?: EventStreamOptions<{ notification: Notification; [event: string]: unknown }>
): EventStream<{ notification: Notification; [event: string]: unknown }>;
declare function stream_unknown(
	options?: EventStreamOptions<{ [event: string]: unknown }>
): EventStream<{ [event: string]: unknown }>;
declare function stream_unnamed(
	options?: EventStreamOptions<{ message: Token }>
): EventStream<{ message: Token }>;
declare function stream_analytics_data(
	options?: JsonStreamOptions<AnalyticsRecord>
): JsonStream<AnalyticsRecord>;
declare function stream_logs(options?: TextStreamOptions): TextStream;
declare function download_file(id: string, options?: DownloadOptions): Call<globalThis.File>;
declare namespace download_file {
	function url(id: string): string;
}
declare function chat(input: { prompt: string }, options?: CallOptions): Call<{ answer: string }>;
declare namespace chat {
	function stream(
		input: { prompt: string },
		options?: EventStreamOptions<{ token: Token }>
	): EventStream<{ token: Token }>;
}

/** Whether two types are the same. */
type Same<A, B> =
	(<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_same: Same<A, B>): void => {};

const userId = 1;
const fileId = 'f';
const prompt = 'p';
const rows: AnalyticsRecord[] = [];
const list: Notification[] = [];
let out = '';
let connection: EventStream<Events>;

export async function calls(signal: AbortSignal): Promise<void> {
	connection = stream_notifications(userId, {
		onMessage: (event) => {
			const notification = JSON.parse(event.data);
			void notification;
		},
		onOpen: () => {},
		onError: (error) => {
			same<typeof error, StreamError>(true);
			console.log(error.willReconnect, error.status, error.detail, error.message);
		}
	});
	connection.close();

	stream_analytics_data({
		onChunk: (record) => {
			same<typeof record, AnalyticsRecord>(true);
		},
		onError: (err) => {
			console.error(err);
		},
		onComplete: () => {}
	});

	const blob = await download_file(fileId);
	URL.createObjectURL(blob);

	for await (const e of stream_notifications(userId)) {
		if (e.type === 'notification') e.json.message;
		if (e.type === 'ping') e.json.at;
		same<typeof e.data, string>(true);
	}
	stream_notifications(userId, { on: { notification: (n) => list.unshift(n) } });
	for await (const record of stream_analytics_data()) same<typeof record, AnalyticsRecord>(true);
	stream_analytics_data({ onBatch: (records) => rows.push(...records) });
	for await (const line of stream_logs().lines()) same<typeof line, string>(true);
	chat.stream({ prompt }, { on: { token: (t) => (out += t.text) } });
	const file = await download_file(fileId, {
		onProgress: ({ loaded, total }) => console.log(loaded, total),
		signal
	});
	same<typeof file.name, string>(true);
	const n = live(() => stream_notifications(userId));
	same<typeof n.current, EventOf<Events> | undefined>(true);
	if (n.current?.type === 'notification') n.current.json.message;
	for (const item of n.items) if (item.type === 'ping') item.json.at;
	same<typeof n.error, StreamError | undefined>(true);
	if (n.status === 'reconnecting' || n.status === 'closed') console.log(n.status);
}

export async function beyond(signal: AbortSignal): Promise<void> {
	const source = stream_notifications(1, { kind: 'new', signal, reconnect: false });
	same<typeof source.readyState, 0 | 1 | 2>(true);
	same<typeof source.url, string>(true);
	source.onopen = () => {};
	source.onmessage = (event) => console.log(event.data, event.lastEventId);
	source.onerror = (event) => console.log(event.error?.willReconnect);
	source.onmessage = null;
	source.addEventListener('notification', (event) => event.json.message, { once: true });
	source.addEventListener('error', (event) => console.log(event.error));
	source.addEventListener('open', () => 1);
	source.removeEventListener('open', () => 1);
	await source.done;

	stream_one({ on: { notification: (n, event) => [n.message, event.lastEventId] } });
	stream_one({ onMessage: (event) => event.json.message });
	stream_one({ on: { notification: async (n) => void n.message } });
	stream_unnamed({ on: { message: (m) => m.text } });
	stream_unnamed().onmessage = (event) => event.json.text;
	for await (const { json } of stream_unnamed()) same<typeof json, Token>(true);

	for await (const e of stream_open()) {
		if (e.type === 'notification') same<typeof e.json, Notification>(true);
		else same<typeof e.json, unknown>(true);
		if (String(e.type) === 'other') console.log(`${e.type}`, e.lastEventId);
		same<typeof e.data, string>(true);
	}
	stream_open({ on: { notification: (n) => n.message, other: (value) => String(value) } });
	stream_open().addEventListener('notification', (event) => event.json.message);
	stream_open().addEventListener('other', (event) => String(event.json));
	for await (const e of stream_unknown()) {
		same<typeof e.json, unknown>(true);
		if (String(e.type) === 'anything') console.log(e.data);
	}
	stream_unknown({ on: { anything: (value) => String(value) } });

	stream_notifications(1, {
		headers: async () => ({ authorization: 'Bearer …' }),
		reconnect: { delay: 500, maxDelay: 10_000, attempts: 5, afterEnd: true, withoutId: true },
		timeout: 3000,
		ssr: true,
		fetch: (url, init) => fetch(url, init)
	});
	// With `exactOptionalPropertyTypes`, undefined may be written everywhere.
	stream_notifications(1, { on: undefined, onMessage: undefined, reconnect: undefined });
	stream_analytics_data({ onChunk: undefined, skipMalformed: undefined, signal: undefined });

	same<ReturnType<JsonStream<AnalyticsRecord>['readable']>, ReadableStream<AnalyticsRecord>>(true);
	same<ReturnType<TextStream['readable']>, ReadableStream<string>>(true);
	for await (const chunk of stream_logs()) same<typeof chunk, string>(true);
	for await (const chunk of stream_logs().chunks()) same<typeof chunk, string>(true);
	stream_logs({ onChunk: (text) => text.length, onLine: (line) => line.length });
	await stream_analytics_data({ onChunk: (record) => rows.push(record) }).done;

	same<string, ReturnType<typeof download_file.url>>(true);
	same<Awaited<ReturnType<typeof chat>>, { answer: string }>(true);
	const records = live(() => stream_analytics_data(), { keep: 10 });
	same<typeof records.current, AnalyticsRecord | undefined>(true);
	const logs = live(() => stream_logs());
	same<typeof logs.items, readonly string[]>(true);
	records.close();
	records.restart();

	const event: ServerEvent<'notification', Notification> | undefined = undefined;
	void event;
}

export async function wrong(): Promise<void> {
	// @ts-expect-error: a stream is no promise
	await stream_notifications(1);
	// @ts-expect-error: a stream is no promise
	await stream_analytics_data();
	// @ts-expect-error: a stream is no promise
	await stream_logs();
	// @ts-expect-error: an argument is missing
	stream_notifications();
	// @ts-expect-error: no such event
	stream_notifications(1, { on: { other: () => {} } });
	// @ts-expect-error: no such key
	stream_notifications(1, { on: { notification: (n) => n.nothing } });
	// @ts-expect-error: no such option
	stream_notifications(1, { onmessage: () => {} });
	// @ts-expect-error: no such event
	stream_notifications(1).addEventListener('other', () => {});
	// @ts-expect-error: true is no way to connect again
	stream_notifications(1, { reconnect: true });
	// @ts-expect-error: that is NDJSON's
	stream_notifications(1, { onChunk: () => {} });
	// @ts-expect-error: that is SSE's
	stream_analytics_data({ onMessage: () => {} });
	// @ts-expect-error: that is text's
	stream_analytics_data({ onLine: () => {} });
	// @ts-expect-error: no progress of a stream
	stream_logs({ onProgress: () => {} });
	for await (const e of stream_notifications(1)) {
		// @ts-expect-error: not before the type is known
		e.json.message;
		// @ts-expect-error: no such event
		if (e.type === 'other') break;
		// @ts-expect-error: data stay as they came
		e.data = '';
	}
	for await (const e of stream_open()) {
		// @ts-expect-error: it may be another event
		e.json.message;
	}
	// @ts-expect-error: a record has no such key
	stream_analytics_data({ onBatch: (records) => records[0]?.nothing });
	// @ts-expect-error: read only
	stream_notifications(1).readyState = 2;
	// @ts-expect-error: a live stream needs a function
	live(stream_notifications(1));
	// @ts-expect-error: state of a stream is not to be set
	live(() => stream_logs()).current = 'x';
}
