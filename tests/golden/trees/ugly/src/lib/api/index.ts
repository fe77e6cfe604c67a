/** What all clients share, written by FluidKit: edits are overwritten. */
export {
	ApiError,
	configure,
	type ApiResult,
	type Call,
	type CallOptions,
	type Configuration,
	type FluidTypes,
	type HTTPValidationError,
	type HttpStatus,
	type UrlOptions,
	type ValidationError
} from './generated/runtime/client.js';
export type { DownloadOptions } from './generated/runtime/download.js';
export type { JsonStream, JsonStreamOptions } from './generated/runtime/ndjson.js';
export type { EventStream, EventStreamOptions, ServerEvent } from './generated/runtime/sse.js';
export type { StreamError } from './generated/runtime/stream.js';
