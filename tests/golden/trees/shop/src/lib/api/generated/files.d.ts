/* eslint-disable */
// Types of shop/routers/files.py, written by FluidKit: edits are overwritten.
import type { Call, CallOptions, UrlOptions } from './runtime/client.js';
import type { DownloadOptions } from './runtime/download.js';

/** `GET /files/{path}` */
export declare function download_file(path: string, options?: DownloadOptions): Call<globalThis.File>;
export declare namespace download_file {
	/** URL of `GET /files/{path}`. */
	function url_of(path: string, options?: UrlOptions): string;
	export { url_of as url };
}
/** `PUT /files/{path}` */
export declare function put_file(path: string, content: globalThis.Blob, options?: CallOptions): Call<globalThis.Response>;
/** `POST /files` */
export declare function upload_files(
	files: globalThis.Blob[],
	options?: CallOptions & { 'title'?: string | undefined }
): Call<string>;
