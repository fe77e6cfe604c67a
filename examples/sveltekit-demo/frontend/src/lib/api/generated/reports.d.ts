/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/routers/reports.py, written by FluidKit: edits are overwritten.
import type { Call, HTTPValidationError, UrlOptions } from './runtime/client.js';
import type { DownloadOptions } from './runtime/download.js';

/**
 * Return how every service did over the last thirty days, every three hours, as a file of CSV.
 *
 * `GET /reports/{language}`
 */
export declare function download_report(language: Language, options?: DownloadOptions): Call<globalThis.File, { 422: HTTPValidationError }>;
export declare namespace download_report {
	/** URL of `GET /reports/{language}`. */
	function url_of(language: Language, options?: UrlOptions): string;
	export { url_of as url };
}
/** What a report is written in. */
export declare const Language: { readonly 'english': 'en'; readonly 'german': 'de' };
export type Language = 'en' | 'de';
//# sourceMappingURL=reports.d.ts.map
