/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/routers/auth.py, written by FluidKit: edits are overwritten.
import type { NotLoggedIn } from './errors.js';
import type { Credentials, PersonOut } from './models.js';
import type { Call, CallOptions, HTTPValidationError, UrlOptions } from './runtime/client.js';

/**
 * Log in: the answer sets the session cookie.
 *
 * `POST /login`
 */
export declare function login(credentials: Credentials, options?: CallOptions): Call<PersonOut, { 401: NotLoggedIn; 422: HTTPValidationError }>;
/**
 * Log out: the answer removes the session cookie.
 *
 * `POST /logout`
 */
export declare function logout(options?: CallOptions): Call<undefined>;
/**
 * Return who is logged in; null when nobody is.
 *
 * `GET /me` · requires APIKeyCookie
 */
export declare function who_am_i(options?: CallOptions): Call<PersonOut | null>;
export declare namespace who_am_i {
	/** URL of `GET /me`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
//# sourceMappingURL=auth.d.ts.map
