/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/routers/notifications.py, written by FluidKit: edits are overwritten.
import type { NotificationOut, Overview } from './models.js';
import type { Call, CallOptions, HTTPValidationError, UrlOptions } from './runtime/client.js';
import type { EventStream, EventStreamOptions } from './runtime/sse.js';

/**
 * Return what has happened last, the newest first.
 *
 * `GET /notifications`
 */
export declare function list_notifications(
	options?: CallOptions & {
		/** At least 1 · At most 100 · Default: 20 */
		'limit'?: number | undefined;
	}
): Call<NotificationOut[], { 422: HTTPValidationError }>;
export declare namespace list_notifications {
	/** URL of `GET /notifications`. */
	function url_of(options?: UrlOptions & { 'limit'?: number | undefined }): string;
	export { url_of as url };
}
/**
 * Tell what happens on the board, beginning with what was missed since `last_event_id`.
 *
 * The board's numbers come at the start and after each change.
 *
 * `GET /notifications/stream`
 */
export declare function stream_notifications(
	options?: EventStreamOptions<{ overview: Overview; notification: NotificationOut }> & {
		/** Number of the last notification that was seen. */
		'last_event_id'?: number | null | undefined;
	}
): EventStream<{ overview: Overview; notification: NotificationOut }>;
export declare namespace stream_notifications {
	/** URL of `GET /notifications/stream`. */
	function url_of(options?: UrlOptions & { 'last_event_id'?: number | null | undefined }): string;
	export { url_of as url };
}
//# sourceMappingURL=notifications.d.ts.map
