/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/routers/attachments.py, written by FluidKit: edits are overwritten.
import type { IncidentNotFound, NotFound, NotLoggedIn, TooLarge } from './errors.js';
import type { AttachmentOut } from './models.js';
import type { Call, CallOptions, HTTPValidationError, UrlOptions } from './runtime/client.js';
import type { DownloadOptions } from './runtime/download.js';

/**
 * Return an incident's files, the oldest first.
 *
 * `GET /incidents/{incident_id}/attachments`
 */
export declare function list_attachments(incident_id: number, options?: CallOptions): Call<AttachmentOut[], { 404: IncidentNotFound; 422: HTTPValidationError }>;
export declare namespace list_attachments {
	/** URL of `GET /incidents/{incident_id}/attachments`. */
	function url_of(incident_id: number, options?: UrlOptions): string;
	export { url_of as url };
}
/**
 * Add a file to an incident, 2 MiB at most.
 *
 * `POST /incidents/{incident_id}/attachments` · requires APIKeyCookie
 */
export declare function upload_attachment(
	incident_id: number,
	file: globalThis.Blob,
	options?: CallOptions & {
		/** What is to be seen. At most 200 characters · Default: "" */
		'caption'?: string | undefined;
	}
): Call<AttachmentOut, { 401: NotLoggedIn; 404: IncidentNotFound; 413: TooLarge; 422: HTTPValidationError }>;
/**
 * Return a file's bytes, to be saved under the file's own name.
 *
 * `GET /attachments/{attachment_id}`
 */
export declare function download_attachment(attachment_id: number, options?: DownloadOptions): Call<globalThis.File, { 404: NotFound; 422: HTTPValidationError }>;
export declare namespace download_attachment {
	/** URL of `GET /attachments/{attachment_id}`. */
	function url_of(attachment_id: number, options?: UrlOptions): string;
	export { url_of as url };
}
//# sourceMappingURL=attachments.d.ts.map
