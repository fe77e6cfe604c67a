/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/routers/people.py, written by FluidKit: edits are overwritten.
import type { PersonOut } from './models.js';
import type { Call, CallOptions, UrlOptions } from './runtime/client.js';

/**
 * Return everybody on the team, by name.
 *
 * `GET /people`
 */
export declare function list_people(options?: CallOptions): Call<PersonOut[]>;
export declare namespace list_people {
	/** URL of `GET /people`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
//# sourceMappingURL=people.d.ts.map
