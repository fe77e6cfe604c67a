/* eslint-disable */
// Types of apps/ugly_vendor.py, written by FluidKit: edits are overwritten.
import type { Call, CallOptions, FluidTypes, HTTPValidationError, UrlOptions } from './runtime/client.js';

/** `POST /auth/login` */
export declare function login(
	username: string,
	password: FluidTypes.Secret,
	x_audit: string,
	options?: CallOptions & {
		/** Pattern: ^password$ */
		'grant_type'?: string | null | undefined;
		/** Default: "" */
		'scope'?: string | undefined;
		'client_id'?: string | null | undefined;
		'client_secret'?: string | null | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<BearerResponse, { 400: VendorError; 422: HTTPValidationError }>;
/** `POST /auth/logout` · requires OAuth2PasswordBearer */
export declare function logout(
	x_audit: string,
	options?: CallOptions & {
		/** Default: "me" */
		'q'?: string | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<undefined, { 422: HTTPValidationError }>;
/** `GET /auth/me` · requires Vendor bearer, OAuth2PasswordBearer */
export declare function me(
	x_audit: string,
	options?: CallOptions & {
		/** Default: "me" */
		'q'?: string | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Account<number>, { 422: HTTPValidationError }>;
export declare namespace me {
	/** URL of `GET /auth/me`. */
	function url_of(
		x_audit: string,
		options?: UrlOptions & { 'q'?: string | undefined; 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/** An account of the vendor's. */
export interface Account<ID> {
	'id': ID;
	'email': string;
}
export interface BearerResponse {
	'access_token': string;
	'token_type': string;
}
export interface VendorError {
	'detail': string | { [key: string]: string };
}
//# sourceMappingURL=ugly_vendor.d.ts.map
