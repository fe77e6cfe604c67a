/* eslint-disable */
// Types of shop/routers/files.py, written by FluidKit: edits are overwritten.
import type { Call, CallOptions, UrlOptions } from './runtime/client.js';
import type { DownloadOptions } from './runtime/download.js';

/** `GET /files/{path}` · `download_file` in Python */
export declare function downloadFile(path: string, options?: DownloadOptions): Call<globalThis.File>;
export declare namespace downloadFile {
	/** URL of `GET /files/{path}`. */
	function url_of(path: string, options?: UrlOptions): string;
	export { url_of as url };
}
/** `PUT /files/{path}` · `put_file` in Python */
export declare function putFile(path: string, content: globalThis.Blob, options?: CallOptions): Call<globalThis.Response>;
/** `POST /files` · `upload_files` in Python */
export declare function uploadFiles(
	files: globalThis.Blob[],
	options?: CallOptions & { 'title'?: string | undefined }
): Call<string>;
