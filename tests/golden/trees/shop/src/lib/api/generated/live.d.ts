/* eslint-disable */
// Types of shop/routers/live.py, written by FluidKit: edits are overwritten.
import type { Notification } from './models.js';
import type { Call, CallOptions, UrlOptions } from './runtime/client.js';
import type { JsonStream, JsonStreamOptions } from './runtime/ndjson.js';
import type { EventStream, EventStreamOptions } from './runtime/sse.js';
import type { TextStream, TextStreamOptions } from './runtime/text.js';

/** `GET /users/{user_id}/notifications` */
export declare function stream_notifications(
	user_id: number,
	options?: EventStreamOptions<{ notification: Notification; message: string }> & {
		/** `on` in Python */
		'on_'?: boolean | undefined;
	}
): EventStream<{ notification: Notification; message: string }>;
export declare namespace stream_notifications {
	/** URL of `GET /users/{user_id}/notifications`. */
	function url_of(user_id: number, options?: UrlOptions & { 'on_'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /events` */
export declare function watch(options?: EventStreamOptions<{ [event: string]: unknown }>): EventStream<{ [event: string]: unknown }>;
export declare namespace watch {
	/** URL of `GET /events`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /analytics` */
export declare function stream_analytics_data(
	options?: JsonStreamOptions<{ [key: string]: number }>
): JsonStream<{ [key: string]: number }>;
export declare namespace stream_analytics_data {
	/** URL of `GET /analytics`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /logs` */
export declare function stream_logs(options?: TextStreamOptions): TextStream;
export declare namespace stream_logs {
	/** URL of `GET /logs`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/** `POST /chat` */
export declare function chat(input: { 'prompt': string }, options?: CallOptions): Call<Notification>;
export declare namespace chat {
	function stream_of(
		input: { 'prompt': string },
		options?: EventStreamOptions<{ token: { 'text': string } }>
	): EventStream<{ token: { 'text': string } }>;
	export { stream_of as stream };
}
