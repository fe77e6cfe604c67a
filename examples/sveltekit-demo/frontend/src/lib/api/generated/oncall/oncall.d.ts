/* eslint-disable */
// Types of examples/sveltekit-demo/frontend/src/routes/oncall/oncall.api.py, written by FluidKit: edits are overwritten.
import type { PersonOut } from '../models.js';
import type { Call, CallOptions, FluidTypes, HTTPValidationError, UrlOptions } from '../runtime/client.js';

/**
 * Return whose week it is, and whose weeks are next.
 *
 * `GET /oncall/shifts`
 */
export declare function list_shifts(
	options?: CallOptions & {
		/** Default: 4 */
		'weeks'?: number | undefined;
	}
): Call<Shift[], { 422: HTTPValidationError }>;
export declare namespace list_shifts {
	/** URL of `GET /oncall/shifts`. */
	function url_of(options?: UrlOptions & { 'weeks'?: number | undefined }): string;
	export { url_of as url };
}
/** A week on call. */
export interface Shift {
	'person': PersonOut;
	/** Its first day; it ends a week later. */
	'monday': FluidTypes.Date;
}
//# sourceMappingURL=oncall.d.ts.map
