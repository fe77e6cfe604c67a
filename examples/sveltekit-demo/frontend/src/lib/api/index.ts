/* eslint-disable */
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
