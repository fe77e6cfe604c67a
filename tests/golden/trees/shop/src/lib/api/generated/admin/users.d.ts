/* eslint-disable */
// Types of shop/routers/admin/users.py, written by FluidKit: edits are overwritten.
import type { BaseUserUpdate } from '../fastapi_users/schemas.js';
import type { User as User$1 } from '../models.js';
import type { Call, CallOptions, FluidTypes, HTTPValidationError, UrlOptions } from '../runtime/client.js';

/** `GET /admin/users/{id}` · requires bearer */
export declare function get_user(id: FluidTypes.UUID, options?: CallOptions): Call<[User$1, User], { 422: HTTPValidationError }>;
export declare namespace get_user {
	/** URL of `GET /admin/users/{id}`. */
	function url_of(id: FluidTypes.UUID, options?: UrlOptions): string;
	export { url_of as url };
}
/**
 * Change a user.
 *
 * What is left out stays.
 *
 * `PATCH /admin/users/{id}`
 *
 * @param x_reason - For the log.
 * @deprecated
 */
export declare function update_user(
	id: FluidTypes.UUID,
	changes: BaseUserUpdate,
	x_reason: string,
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
