/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/routers/comments.py, written by FluidKit: edits are overwritten.
import type { IncidentNotFound, NotAllowed, NotFound, NotLoggedIn } from './errors.js';
import type { CommentCreate, CommentOut } from './models.js';
import type { Call, CallOptions, HTTPValidationError, UrlOptions } from './runtime/client.js';

/**
 * Return an incident's comments, the oldest first.
 *
 * `GET /incidents/{incident_id}/comments`
 */
export declare function list_comments(incident_id: number, options?: CallOptions): Call<CommentOut[], { 404: IncidentNotFound; 422: HTTPValidationError }>;
export declare namespace list_comments {
	/** URL of `GET /incidents/{incident_id}/comments`. */
	function url_of(incident_id: number, options?: UrlOptions): string;
	export { url_of as url };
}
/**
 * Say something about an incident.
 *
 * `POST /incidents/{incident_id}/comments` · requires APIKeyCookie
 */
export declare function create_comment(
	incident_id: number,
	draft: CommentCreate,
	options?: CallOptions
): Call<CommentOut, { 401: NotLoggedIn; 404: IncidentNotFound; 422: HTTPValidationError }>;
/**
 * Take back a comment of one's own.
 *
 * `DELETE /comments/{comment_id}` · requires APIKeyCookie
 */
export declare function delete_comment(comment_id: number, options?: CallOptions): Call<undefined, { 401: NotLoggedIn; 403: NotAllowed; 404: NotFound; 422: HTTPValidationError }>;
//# sourceMappingURL=comments.d.ts.map
