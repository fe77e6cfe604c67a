/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/routers/telemetry.py, written by FluidKit: edits are overwritten.
import type { Measurement } from './models.js';
import type { UrlOptions } from './runtime/client.js';
import type { JsonStream, JsonStreamOptions } from './runtime/ndjson.js';
import type { TextStream, TextStreamOptions } from './runtime/text.js';

/**
 * Return how a service did, the oldest measurement first.
 *
 * `GET /services/{slug}/measurements`
 */
export declare function stream_measurements(
	slug: string,
	options?: JsonStreamOptions<Measurement> & {
		/** How far to look back. At least 1 · At most 168 · Default: 24 */
		'hours'?: number | undefined;
	}
): JsonStream<Measurement>;
export declare namespace stream_measurements {
	/** URL of `GET /services/{slug}/measurements`. */
	function url_of(slug: string, options?: UrlOptions & { 'hours'?: number | undefined }): string;
	export { url_of as url };
}
/**
 * Return what a service has logged last, and then each line as it is logged.
 *
 * `GET /services/{slug}/log`
 */
export declare function stream_log(slug: string, options?: TextStreamOptions): TextStream;
export declare namespace stream_log {
	/** URL of `GET /services/{slug}/log`. */
	function url_of(slug: string, options?: UrlOptions): string;
	export { url_of as url };
}
//# sourceMappingURL=telemetry.d.ts.map
