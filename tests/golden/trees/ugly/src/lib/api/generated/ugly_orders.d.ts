/* eslint-disable */
// Types of apps/ugly_orders.py, written by FluidKit: edits are overwritten.
import type { Call, CallOptions, FluidTypes, HTTPValidationError, UrlOptions } from './runtime/client.js';

/**
 * List the items.
 *
 * Used by `src/*\/orders`.
 *
 * `GET /orders/items`
 *
 * @param x_tenant - At least 3 characters · Pattern: ^[a-z]+$
 */
export declare function list_items(
	kind: Priority,
	x_tenant: string,
	x_audit: string,
	options?: CallOptions & {
		/** Page, from 1. At least 1 · Default: 1 */
		'page'?: number | undefined;
		/** More than 0 · Less than 1000 · Default: 20 */
		'size'?: number | undefined;
		'x_trace'?: string | null | undefined;
		/** cookie: can be set on the server only */
		'session'?: string | undefined;
		'tag'?: string[] | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Page<Item>, { 422: HTTPValidationError }>;
export declare namespace list_items {
	/** URL of `GET /orders/items`. */
	function url_of(
		kind: Priority,
		x_tenant: string,
		x_audit: string,
		options?: UrlOptions & {
			'page'?: number | undefined;
			'size'?: number | undefined;
			'x_trace'?: string | null | undefined;
			'session'?: string | undefined;
			'tag'?: string[] | undefined;
			'dry_run'?: boolean | undefined;
		}
	): string;
	export { url_of as url };
}
/**
 * `PUT /orders/items/{item_id}/{p}`
 *
 * @param item_id - More than 0
 */
export declare function replace_item(
	item_id: number,
	p: string,
	item: ItemInput,
	importance: Priority,
	x_audit: string,
	options?: CallOptions & {
		/** At most 80 characters */
		'note'?: string | null | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Item, { 422: HTTPValidationError }>;
/** `PATCH /orders/items/{item_id}` */
export declare function patch_item(
	item_id: number,
	item: ItemInput,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<ItemExcludeUnset, { 422: HTTPValidationError }>;
/**
 * `DELETE /orders/items/{item_id}` · `delete` in Python
 *
 * @deprecated
 */
export declare function delete_(
	item_id: number,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<undefined, { 422: HTTPValidationError }>;
/** `GET /orders/users` */
export declare function list_users(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<UserExcludeNone[], { 422: HTTPValidationError }>;
export declare namespace list_users {
	/** URL of `GET /orders/users`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** An ordered item: not the Item of the shop. */
export interface Item {
	/** Stock keeping unit *\/ of the *item* */
	'SKU': string;
	/** At least 1 · At most 99 */
	'amount': number;
	'price': FluidTypes.Decimal;
	readonly 'label': string;
}
/** An ordered item: not the Item of the shop. */
export interface ItemExcludeUnset {
	/** Stock keeping unit *\/ of the *item* */
	'SKU': string;
	/** At least 1 · At most 99 · Default: 1 */
	'amount'?: number | undefined;
	/** Default: "9.90" */
	'price'?: FluidTypes.Decimal | undefined;
	readonly 'label': string;
}
/** An ordered item: not the Item of the shop. */
export interface ItemInput {
	/** Stock keeping unit *\/ of the *item* */
	'SKU': string;
	/** At least 1 · At most 99 · Default: 1 */
	'amount'?: number | undefined;
	/** Default: "9.90" */
	'price'?: FluidTypes.Decimal | number | undefined;
}
/** A page of anything. */
export interface Page<T> {
	'items': T[];
	'total': number;
	'next': string | null;
}
export declare const Priority: { readonly 'LOW': 1; readonly 'HIGH': 2 };
export type Priority = 1 | 2;
export interface User {
	'id': FluidTypes.UUID;
	'parent': User | null;
	'created': FluidTypes.DateTime | null;
}
export interface UserExcludeNone {
	'id': FluidTypes.UUID;
	'parent'?: UserExcludeNone | undefined;
	'created'?: FluidTypes.DateTime | undefined;
}
//# sourceMappingURL=ugly_orders.d.ts.map
