/* eslint-disable */
// Types of shop/routers/users.py, written by FluidKit: edits are overwritten.
import type { Filter, NotFound, Page, User, UserInput } from './models.js';
import type { Call, CallOptions, HTTPValidationError, UrlOptions } from './runtime/client.js';

/**
 * Return one user.
 *
 * `GET /users/{id}` · `get_user` in Python
 */
export declare function getUser(id: number, options?: CallOptions): Call<User, { 404: NotFound; 422: HTTPValidationError }>;
export declare namespace getUser {
	/** URL of `GET /users/{id}`. */
	function url_of(id: number, options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /users` · `list_users` in Python */
export declare function listUsers(
	q: string,
	options?: CallOptions & {
		/** Default: 1 */
		'page'?: number | undefined;
		'tag'?: string[] | undefined;
	}
): Call<Page<User>, { 422: HTTPValidationError }>;
export declare namespace listUsers {
	/** URL of `GET /users`. */
	function url_of(
		q: string,
		options?: UrlOptions & { 'page'?: number | undefined; 'tag'?: string[] | undefined }
	): string;
	export { url_of as url };
}
/** `POST /users` · `create_user` in Python */
export declare function createUser(user: UserInput, options?: CallOptions): Call<User, { 422: HTTPValidationError }>;
/** `DELETE /users/{id}` · `delete` in Python */
export declare function delete_(id: number, options?: CallOptions): Call<undefined>;
/** `POST /users/{id}/avatar` · `set_avatar` in Python */
export declare function setAvatar(
	id: number,
	avatar: globalThis.Blob,
	options?: CallOptions & { 'caption'?: string | undefined }
): Call<User>;
/** `GET /users/search` · `search_users` in Python */
export declare function searchUsersGetUsersSearch(filter: Filter, options?: CallOptions): Call<User[]>;
export declare namespace searchUsersGetUsersSearch {
	/** URL of `GET /users/search`. */
	function url_of(filter: Filter, options?: UrlOptions): string;
	export { url_of as url };
}
/** `POST /users/search` · `search_users` in Python */
export declare function searchUsersPostUsersSearch(body: Filter, options?: CallOptions): Call<User[]>;
//# sourceMappingURL=users.d.ts.map
