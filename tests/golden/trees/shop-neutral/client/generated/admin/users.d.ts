/* eslint-disable */
// Types of shop/routers/admin/users.py, written by FluidKit: edits are overwritten.
import type { BaseUserUpdate } from '../fastapi_users/schemas.js';
import type { User as User$1 } from '../models.js';
import type { Call, CallOptions, FluidTypes, HTTPValidationError, UrlOptions } from '../runtime/client.js';

/** `GET /admin/users/{id}` · requires bearer · `get_user` in Python */
export declare function getUser(id: FluidTypes.UUID, options?: CallOptions): Call<[User$1, User], { 422: HTTPValidationError }>;
export declare namespace getUser {
	/** URL of `GET /admin/users/{id}`. */
	function url_of(id: FluidTypes.UUID, options?: UrlOptions): string;
	export { url_of as url };
}
/**
 * Change a user.
 *
 * What is left out stays.
 *
 * `PATCH /admin/users/{id}` · `update_user` in Python
 *
 * @param xReason - For the log. `x_reason` in Python
 * @deprecated
 */
export declare function updateUser(
	id: FluidTypes.UUID,
	changes: BaseUserUpdate,
	xReason: string,
	options?: CallOptions & {
		/** cookie: can be set on the server only */
		'session'?: string | undefined;
		/** `timeout` in Python */
		'timeout_'?: number | undefined;
	}
): Call<undefined>;
export interface User {
	'email': FluidTypes.Email;
}
