/* eslint-disable */
// Types of apps/ugly.py, written by FluidKit: edits are overwritten.
import type { Call, CallOptions, FluidTypes, HTTPValidationError, UrlOptions } from './runtime/client.js';
import type { DownloadOptions } from './runtime/download.js';
import type { JsonStream, JsonStreamOptions } from './runtime/ndjson.js';
import type { EventStream, EventStreamOptions } from './runtime/sse.js';
import type { Page, User } from './ugly_orders.js';

/** `GET /` */
export declare function index(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<string, { 422: HTTPValidationError }>;
export declare namespace index {
	/** URL of `GET /`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/**
 * Get an item.
 *
 * With a second paragraph.
 *
 * `GET /items/{item_id}` · requires OAuth2PasswordBearer
 *
 * @param item_id - Which item. At least 1
 */
export declare function get_item(
	item_id: number,
	x_audit: string,
	options?: CallOptions & {
		/** Default: "me" */
		'q'?: string | undefined;
		/** Default: "red" */
		'color'?: Color | undefined;
		/** @deprecated */
		'price'?: FluidTypes.Decimal | number | null | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Item, { 404: NotFound; 409: Conflict; 422: HTTPValidationError }>;
export declare namespace get_item {
	/** URL of `GET /items/{item_id}`. */
	function url_of(
		item_id: number,
		x_audit: string,
		options?: UrlOptions & {
			'q'?: string | undefined;
			'color'?: Color | undefined;
			'price'?: FluidTypes.Decimal | number | null | undefined;
			'dry_run'?: boolean | undefined;
		}
	): string;
	export { url_of as url };
}
/** `DELETE /several` · `several` in Python */
export declare function several_delete_several(
	x_audit: string,
	options?: CallOptions & {
		/** Default: "" */
		'q'?: string | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<{ [key: string]: number }, { 422: HTTPValidationError }>;
/** `GET /several` · `several` in Python */
export declare function several_get_several(
	x_audit: string,
	options?: CallOptions & {
		/** Default: "" */
		'q'?: string | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<{ [key: string]: number }, { 422: HTTPValidationError }>;
export declare namespace several_get_several {
	/** URL of `GET /several`. */
	function url_of(
		x_audit: string,
		options?: UrlOptions & { 'q'?: string | undefined; 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/** `POST /several` · `several` in Python */
export declare function several_post_several(
	x_audit: string,
	options?: CallOptions & {
		/** Default: "" */
		'q'?: string | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<{ [key: string]: number }, { 422: HTTPValidationError }>;
/** `HEAD /several` */
export declare function head_several(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<undefined>;
/** `POST /pets` */
export declare function create_pet(
	pet: CatInput | DogInput,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Cat | Dog | Item, { 422: HTTPValidationError }>;
/** `POST /optional-body` */
export declare function optional_body(
	x_audit: string,
	options?: CallOptions & {
		'movie'?: Movie | null | undefined;
		/** Default: {"x": 1.0, "y": 0.0} */
		'point'?: Point | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Names, { 422: HTTPValidationError }>;
/** `POST /maybe` */
export declare function maybe(
	x_audit: string,
	options?: CallOptions & {
		'item'?: ItemInput | null | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Item | null, { 422: HTTPValidationError }>;
/** `POST /vendor-json` */
export declare function vendor_json(
	item: ItemInput,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Item, { 422: HTTPValidationError }>;
/** `POST /raw` */
export declare function raw(
	data: globalThis.Blob,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<number, { 422: HTTPValidationError }>;
/** `POST /raw-text` */
export declare function raw_text(
	text: string,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<string, { 422: HTTPValidationError }>;
/** `GET /get-with-optional-body` */
export declare function get_with_optional_body(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Item | null, { 422: HTTPValidationError }>;
export declare namespace get_with_optional_body {
	/** URL of `GET /get-with-optional-body`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `DELETE /delete-with-body` */
export declare function delete_with_body(
	ids: number[],
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<number[], { 422: HTTPValidationError }>;
/** `GET /filters` */
export declare function filtered(
	x_audit: string,
	options?: CallOptions & {
		'filters'?: Filters | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Page<Item>, { 422: HTTPValidationError }>;
export declare namespace filtered {
	/** URL of `GET /filters`. */
	function url_of(
		x_audit: string,
		options?: UrlOptions & { 'filters'?: Filters | undefined; 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/** `GET /required-filters` */
export declare function filtered_by(
	filters: RequiredFilters,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Page<Item>, { 422: HTTPValidationError }>;
export declare namespace filtered_by {
	/** URL of `GET /required-filters`. */
	function url_of(
		filters: RequiredFilters,
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/** `GET /headers` */
export declare function with_headers(
	headers: {
		'x-token': string;
		'if-modified'?: string | null | undefined;
		/** Default: 1 */
		'Plain_Header'?: number | undefined;
	},
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<null, { 422: HTTPValidationError }>;
export declare namespace with_headers {
	/** URL of `GET /headers`. */
	function url_of(
		headers: {
			'x-token': string;
			'if-modified'?: string | null | undefined;
			/** Default: 1 */
			'Plain_Header'?: number | undefined;
		},
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/** `GET /header` */
export declare function with_header(
	x_audit: string,
	options?: CallOptions & {
		'user_agent'?: string | null | undefined;
		/** Default: "x" */
		'raw_name'?: string | undefined;
		/** One item at most: `fetch` would join several */
		'x_many'?: string[] | null | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<null, { 422: HTTPValidationError }>;
export declare namespace with_header {
	/** URL of `GET /header`. */
	function url_of(
		x_audit: string,
		options?: UrlOptions & {
			'user_agent'?: string | null | undefined;
			'raw_name'?: string | undefined;
			'x_many'?: string[] | null | undefined;
			'dry_run'?: boolean | undefined;
		}
	): string;
	export { url_of as url };
}
/** `GET /cookies` */
export declare function with_cookies(
	x_audit: string,
	options?: CallOptions & {
		/** cookie: can be set on the server only */
		'cookies'?: Cookies | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<null, { 422: HTTPValidationError }>;
export declare namespace with_cookies {
	/** URL of `GET /cookies`. */
	function url_of(
		x_audit: string,
		options?: UrlOptions & { 'cookies'?: Cookies | undefined; 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/**
 * `POST /upload`
 *
 * @param small - Read at once
 */
export declare function upload(
	file: globalThis.Blob,
	more: globalThis.Blob[],
	small: globalThis.Blob,
	x_audit: string,
	options?: CallOptions & {
		/** At most 10 characters · Default: "" */
		'caption'?: string | undefined;
		'maybe'?: globalThis.Blob | undefined;
		'labels'?: string[] | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<number, { 422: HTTPValidationError }>;
/** `POST /form` */
export declare function form(
	username: string,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'remember'?: boolean | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<null, { 422: HTTPValidationError }>;
/** `POST /form-model` */
export declare function form_model(
	profile: ProfileInput,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Profile, { 422: HTTPValidationError }>;
/** `POST /form-model-with-file` */
export declare function form_model_with_file(
	profile: ProfileWithPicture,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<null, { 422: HTTPValidationError }>;
/** `POST /form-json` */
export declare function form_json(
	item: FluidTypes.JsonString,
	file: globalThis.Blob,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<null, { 422: HTTPValidationError }>;
/**
 * Names that hurt, and `*\/` in a docstring, and ${injection}.
 *
 * `POST /delete/{delete}` · `delete` in Python
 *
 * @param delete_ - `delete` in Python
 * @param function_ - `function` in Python
 * @param new_ - `new` in Python
 */
export declare function delete_(
	delete_: string,
	function_: number,
	new_: string,
	url: string,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'options'?: boolean | undefined;
		/** Default: "a" · `fetch` in Python */
		'fetch_'?: 'a' | 'b' | undefined;
		/** Default: "" */
		'__proto__'?: string | undefined;
		'constructor'?: string | null | undefined;
		/** Default: 1 */
		'aliased'?: number | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<null, { 422: HTTPValidationError }>;
/** `GET /weird/`${x}`/'quote'/é/{item}` */
export declare function weird_path(
	x: string,
	item: string,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<string, { 422: HTTPValidationError }>;
export declare namespace weird_path {
	/** URL of `GET /weird/`${x}`/'quote'/é/{item}`. */
	function url_of(
		x: string,
		item: string,
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/** `GET /unmatched/{year}/{month}/{rest}` */
export declare function unmatched(
	year: string,
	month: number,
	rest: string,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<null, { 422: HTTPValidationError }>;
export declare namespace unmatched {
	/** URL of `GET /unmatched/{year}/{month}/{rest}`. */
	function url_of(
		year: string,
		month: number,
		rest: string,
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/** `GET /untyped` */
export declare function untyped(
	q: string | number | boolean,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<unknown, { 422: HTTPValidationError }>;
export declare namespace untyped {
	/** URL of `GET /untyped`. */
	function url_of(
		q: string | number | boolean,
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/** `GET /jsonable` */
export declare function jsonable(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Item, { 422: HTTPValidationError }>;
export declare namespace jsonable {
	/** URL of `GET /jsonable`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /item-or-response` */
export declare function item_or_response(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<globalThis.Response, { 422: HTTPValidationError }>;
export declare namespace item_or_response {
	/** URL of `GET /item-or-response`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /text` */
export declare function text(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<string, { 422: HTTPValidationError }>;
export declare namespace text {
	/** URL of `GET /text`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /file` */
export declare function file(
	x_audit: string,
	options?: DownloadOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<globalThis.File, { 422: HTTPValidationError }>;
export declare namespace file {
	/** URL of `GET /file`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /image` */
export declare function image(
	x_audit: string,
	options?: DownloadOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<globalThis.File, { 422: HTTPValidationError }>;
export declare namespace image {
	/** URL of `GET /image`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /redirect` */
export declare function redirect(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<globalThis.Response, { 422: HTTPValidationError }>;
export declare namespace redirect {
	/** URL of `GET /redirect`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /bare` */
export declare function bare(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<globalThis.Response, { 422: HTTPValidationError }>;
export declare namespace bare {
	/** URL of `GET /bare`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /json-response` */
export declare function json_response(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<unknown, { 422: HTTPValidationError }>;
export declare namespace json_response {
	/** URL of `GET /json-response`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /declared-json` */
export declare function declared_json(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Item, { 422: HTTPValidationError }>;
export declare namespace declared_json {
	/** URL of `GET /declared-json`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /streaming` */
export declare function streaming(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<globalThis.Response, { 422: HTTPValidationError }>;
export declare namespace streaming {
	/** URL of `GET /streaming`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `DELETE /gone` */
export declare function gone(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<undefined, { 422: HTTPValidationError }>;
/**
 * Two things or nothing.
 *
 * `GET /both`
 */
export declare function both(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<Item | Cat | null, { 422: HTTPValidationError }>;
export declare namespace both {
	/** URL of `GET /both`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /twice` */
export declare function first(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<number, { 422: HTTPValidationError }>;
export declare namespace first {
	/** URL of `GET /twice`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/**
 * Greet by name.
 *
 * `GET /hello/{name}`
 */
export declare function hello(
	name: string,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'shout'?: boolean | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<string, { 422: HTTPValidationError }>;
export declare namespace hello {
	/** URL of `GET /hello/{name}`. */
	function url_of(
		name: string,
		x_audit: string,
		options?: UrlOptions & { 'shout'?: boolean | undefined; 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/**
 * A bound method.
 *
 * `GET /wave`
 */
export declare function wave(
	x_audit: string,
	options?: CallOptions & {
		/** Default: 1 */
		'times'?: number | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<number, { 422: HTTPValidationError }>;
export declare namespace wave {
	/** URL of `GET /wave`. */
	function url_of(
		x_audit: string,
		options?: UrlOptions & { 'times'?: number | undefined; 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/**
 * Turn euros into something.
 *
 * `GET /dollars`
 */
export declare function to_dollars(
	amount: FluidTypes.Decimal | number,
	x_audit: string,
	options?: CallOptions & {
		/** Default: "USD" */
		'currency'?: string | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<FluidTypes.Decimal, { 422: HTTPValidationError }>;
export declare namespace to_dollars {
	/** URL of `GET /dollars`. */
	function url_of(
		amount: FluidTypes.Decimal | number,
		x_audit: string,
		options?: UrlOptions & { 'currency'?: string | undefined; 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/**
 * Turn euros into something.
 *
 * `GET /anonymous-euros`
 */
export declare function convert(
	amount: FluidTypes.Decimal | number,
	x_audit: string,
	options?: CallOptions & {
		/** Default: "EUR" */
		'currency'?: string | undefined;
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<FluidTypes.Decimal, { 422: HTTPValidationError }>;
export declare namespace convert {
	/** URL of `GET /anonymous-euros`. */
	function url_of(
		amount: FluidTypes.Decimal | number,
		x_audit: string,
		options?: UrlOptions & { 'currency'?: string | undefined; 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/** `GET /ping` */
export declare function ping(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<unknown, { 422: HTTPValidationError }>;
export declare namespace ping {
	/** URL of `GET /ping`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /anonymous` */
export declare function get_anonymous(
	x: string | number | boolean,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): Call<unknown, { 422: HTTPValidationError }>;
export declare namespace get_anonymous {
	/** URL of `GET /anonymous`. */
	function url_of(
		x: string | number | boolean,
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined }
	): string;
	export { url_of as url };
}
/** `GET /outer/inner/{outer_id}/{inner_id}` · requires OAuth2PasswordBearer, The key · `deep` in Python */
export declare function deep_get_outer_inner_outer_id_inner_id(
	inner_id: number,
	outer_id: number,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
		/** Default: "me" */
		'q'?: string | undefined;
	}
): Call<Item[], { 401: NotFound; 422: HTTPValidationError }>;
export declare namespace deep_get_outer_inner_outer_id_inner_id {
	/** URL of `GET /outer/inner/{outer_id}/{inner_id}`. */
	function url_of(
		inner_id: number,
		outer_id: number,
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined; 'q'?: string | undefined }
	): string;
	export { url_of as url };
}
/** `GET /outer` · requires OAuth2PasswordBearer · `list_items` in Python */
export declare function list_items_get_outer(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
		/** Default: "me" */
		'q'?: string | undefined;
	}
): Call<Item_Nested[], { 422: HTTPValidationError }>;
export declare namespace list_items_get_outer {
	/** URL of `GET /outer`. */
	function url_of(
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined; 'q'?: string | undefined }
	): string;
	export { url_of as url };
}
/** `GET /outer/lines` · requires OAuth2PasswordBearer · `lines` in Python */
export declare function lines_get_outer_lines(
	x_audit: string,
	options?: JsonStreamOptions<Item> & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
		/** Default: "me" */
		'q'?: string | undefined;
	}
): JsonStream<Item>;
export declare namespace lines_get_outer_lines {
	/** URL of `GET /outer/lines`. */
	function url_of(
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined; 'q'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /v2/outer/inner/{outer_id}/{inner_id}` · requires OAuth2PasswordBearer, The key · `deep` in Python
 *
 * @deprecated
 */
export declare function deep_get_v2_outer_inner_outer_id_inner_id(
	inner_id: number,
	outer_id: number,
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
		/** Default: "me" */
		'q'?: string | undefined;
	}
): Call<Item[], { 401: NotFound; 422: HTTPValidationError }>;
export declare namespace deep_get_v2_outer_inner_outer_id_inner_id {
	/** URL of `GET /v2/outer/inner/{outer_id}/{inner_id}`. */
	function url_of(
		inner_id: number,
		outer_id: number,
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined; 'q'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /v2/outer` · requires OAuth2PasswordBearer · `list_items` in Python
 *
 * @deprecated
 */
export declare function list_items_get_v2_outer(
	x_audit: string,
	options?: CallOptions & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
		/** Default: "me" */
		'q'?: string | undefined;
	}
): Call<Item_Nested[], { 422: HTTPValidationError }>;
export declare namespace list_items_get_v2_outer {
	/** URL of `GET /v2/outer`. */
	function url_of(
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined; 'q'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /v2/outer/lines` · requires OAuth2PasswordBearer · `lines` in Python
 *
 * @deprecated
 */
export declare function lines_get_v2_outer_lines(
	x_audit: string,
	options?: JsonStreamOptions<Item> & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
		/** Default: "me" */
		'q'?: string | undefined;
	}
): JsonStream<Item>;
export declare namespace lines_get_v2_outer_lines {
	/** URL of `GET /v2/outer/lines`. */
	function url_of(
		x_audit: string,
		options?: UrlOptions & { 'dry_run'?: boolean | undefined; 'q'?: string | undefined }
	): string;
	export { url_of as url };
}
/** `GET /tenants/{tenant}/users/{id}` */
export declare function get_user(id: number, tenant: string, options?: CallOptions): Call<User, { 422: HTTPValidationError }>;
export declare namespace get_user {
	/** URL of `GET /tenants/{tenant}/users/{id}`. */
	function url_of(id: number, tenant: string, options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /tenants/{tenant}/deepest/` · `bottom` in Python */
export declare function bottom_get_tenants_tenant_deepest(
	tenant: string,
	depth: number,
	options?: CallOptions
): Call<number, { 422: HTTPValidationError }>;
export declare namespace bottom_get_tenants_tenant_deepest {
	/** URL of `GET /tenants/{tenant}/deepest/`. */
	function url_of(tenant: string, depth: number, options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /wrapped/` · `bottom` in Python */
export declare function bottom_get_wrapped(depth: number, options?: CallOptions): Call<number, { 422: HTTPValidationError }>;
export declare namespace bottom_get_wrapped {
	/** URL of `GET /wrapped/`. */
	function url_of(depth: number, options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /starlette/fast/` · `bottom` in Python */
export declare function bottom_get_starlette_fast(depth: number, options?: CallOptions): Call<number, { 422: HTTPValidationError }>;
export declare namespace bottom_get_starlette_fast {
	/** URL of `GET /starlette/fast/`. */
	function url_of(depth: number, options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /events` */
export declare function events(
	x_audit: string,
	options?: EventStreamOptions<{ message: Item }> & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): EventStream<{ message: Item }>;
export declare namespace events {
	/** URL of `GET /events`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
/** `GET /raw-events` */
export declare function raw_events(
	x_audit: string,
	options?: EventStreamOptions<{ message: { [key: string]: never } }> & {
		/** Default: false */
		'dry_run'?: boolean | undefined;
	}
): EventStream<{ message: { [key: string]: never } }>;
export declare namespace raw_events {
	/** URL of `GET /raw-events`. */
	function url_of(x_audit: string, options?: UrlOptions & { 'dry_run'?: boolean | undefined }): string;
	export { url_of as url };
}
export interface Cat {
	'kind': 'cat';
	'lives': number;
}
export interface CatInput {
	'kind': 'cat';
	/** Default: 9 */
	'lives'?: number | undefined;
}
export declare const Color: {
	readonly 'RED': 'red';
	readonly 'NOT_AN_IDENTIFIER': "not an identifier \"quoted\" \\ \u2028 \u003c/script>";
};
export type Color = 'red' | "not an identifier \"quoted\" \\ \u2028 \u003c/script>";
export interface Conflict {
	'detail': Item;
}
export interface Cookies {
	'session': string;
	'tracker'?: string | null | undefined;
}
export interface Dog {
	'kind': 'dog';
	'good': true;
}
export interface DogInput {
	'kind': 'dog';
	/** Default: true */
	'good'?: true | undefined;
}
export interface Filters {
	/** More than 0 · At most 100 · Default: 100 */
	'limit'?: number | undefined;
	/** Default: "created" */
	'order_by'?: 'created' | 'updated' | undefined;
	'tags'?: string[] | undefined;
	'from'?: string | null | undefined;
}
/** An item of the shop, *\/ and its `comment` ☃. */
export interface Item {
	'id': number;
	/** Shown to people. At most 40 characters */
	'name': string;
	'color': Color;
	'tags': string[];
	'children': Item[];
	'nested': Item_Nested | null;
}
/** An item of the shop, *\/ and its `comment` ☃. */
export interface ItemInput {
	'id': number;
	/** Shown to people. At most 40 characters */
	'name': string;
	/** Default: "red" */
	'color'?: Color | undefined;
	'tags'?: string[] | undefined;
	'children'?: ItemInput[] | undefined;
	'nested'?: Item_Nested | null | undefined;
}
/** `Item.Nested` in Python */
export interface Item_Nested {
	'id': string;
}
export interface Movie {
	'title'?: string | undefined;
	'year'?: number | undefined;
}
export type Names = { [key: string]: number[] };
export interface NotFound {
	'detail': string;
}
export interface Point {
	'x': number;
	/** Default: 0.0 */
	'y'?: number | undefined;
}
export interface Profile {
	'nickname': string;
	'age': number | null;
}
export interface ProfileInput {
	'nickname': string;
	'age'?: number | null | undefined;
}
export interface ProfileWithPicture {
	'nickname': string;
	'picture': globalThis.Blob;
}
export interface RequiredFilters {
	/** More than 0 · At most 100 · Default: 100 */
	'limit'?: number | undefined;
	/** Default: "created" */
	'order_by'?: 'created' | 'updated' | undefined;
	'tags'?: string[] | undefined;
	'from'?: string | null | undefined;
	'who': string;
}
//# sourceMappingURL=ugly.d.ts.map
