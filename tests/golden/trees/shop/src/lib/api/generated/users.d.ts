/* eslint-disable */
// Types of shop/routers/users.py, written by FluidKit: edits are overwritten.
import type { Filter, NotFound, Page, User, UserInput } from './models.js';
import type { Call, CallOptions, HTTPValidationError, UrlOptions } from './runtime/client.js';

/**
 * Return one user.
 *
 * `GET /users/{id}`
 */
export declare function get_user(id: number, options?: CallOptions): Call<User, { 404: NotFound; 422: HTTPValidationError }>;
export declare namespace get_user {
	/** URL of `GET /users/{id}`. */
	function url_of(id: number, options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /users` */
export declare function list_users(
	q: string,
	options?: CallOptions & {
		/** Default: 1 */
		'page'?: number | undefined;
		'tag'?: string[] | undefined;
	}
): Call<Page<User>, { 422: HTTPValidationError }>;
export declare namespace list_users {
	/** URL of `GET /users`. */
	function url_of(
		q: string,
		options?: UrlOptions & { 'page'?: number | undefined; 'tag'?: string[] | undefined }
	): string;
	export { url_of as url };
}
/** `POST /users` */
export declare function create_user(user: UserInput, options?: CallOptions): Call<User, { 422: HTTPValidationError }>;
/** `DELETE /users/{id}` · `delete` in Python */
export declare function delete_(id: number, options?: CallOptions): Call<undefined>;
/** `POST /users/{id}/avatar` */
export declare function set_avatar(
	id: number,
	avatar: globalThis.Blob,
	options?: CallOptions & { 'caption'?: string | undefined }
): Call<User>;
/** `GET /users/search` · `search_users` in Python */
export declare function search_users_get_users_search(filter: Filter, options?: CallOptions): Call<User[]>;
export declare namespace search_users_get_users_search {
	/** URL of `GET /users/search`. */
	function url_of(filter: Filter, options?: UrlOptions): string;
	export { url_of as url };
}
/** `POST /users/search` · `search_users` in Python */
export declare function search_users_post_users_search(body: Filter, options?: CallOptions): Call<User[]>;
//# sourceMappingURL=users.d.ts.map
