/* eslint-disable */
// Types of evil/ */ server/CON.py, written by FluidKit: edits are overwritten.
import type { User as User$1 } from '../evil/other.js';
import type { Call, CallOptions, UrlOptions } from '../runtime/client.js';
import type { EventStream, EventStreamOptions } from '../runtime/sse.js';

/**
 * Line one
 *     indented *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
 *
 * \u0000\ufeff\ud800 {\@link x} \@deprecated
 *
 * tail\
 *
 * *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
 *
 * \u0000\ufeff\ud800 {\@link x} \@deprecated
 *
 * `POST /`${x}/"'/*\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\    \u0000\ufeff\ud800 {\@link x} \@deprecated/{id}` · requires *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\    \u0000\ufeff\ud800 {\@link x} \@deprecated · `*\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\    \u0000\ufeff\ud800 {\@link x} \@deprecated` in Python
 *
 * @param ___globalThis_HACKED___1______$_globalThis_HACKED___1_____script____________________link_x___deprecated - *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
 *
 * \u0000\ufeff\ud800 {\@link x} \@deprecated
 * *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
 *
 * \u0000\ufeff\ud800 {\@link x} \@deprecated · `*\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\    \u0000\ufeff\ud800 {\@link x} \@deprecated` in Python
 * @deprecated
 */
export declare function ___globalThis_HACKED___1______$_globalThis_HACKED___1_____script____________________link_x___deprecated(
	___globalThis_HACKED___1______$_globalThis_HACKED___1_____script____________________link_x___deprecated: string,
	constructor: Evil,
	options?: CallOptions & {
		/**
		 * *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
		 *
		 * \u0000\ufeff\ud800 {\@link x} \@deprecated
		 *
		 * *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
		 *
		 * \u0000\ufeff\ud800 {\@link x} \@deprecated · *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
		 *
		 * \u0000\ufeff\ud800 {\@link x} \@deprecated · `q*\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\    \u0000\ufeff\ud800 {\@link x} \@deprecated` in Python
		 *
		 * @deprecated *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
		 *
		 * \u0000\ufeff\ud800 {\@link x} \@deprecated
		 */
		'q___globalThis_HACKED___1______$_globalThis_HACKED___1_____script____________________link_x___deprecated'?: "*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated" | undefined;
		'__proto__'?: string | undefined;
	}
): Call<Evil, { 404: "*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated" }>;
/** `GET /events` */
export declare function events(
	options?: EventStreamOptions<{
		"*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated": string;
		__proto__: string;
		'a-b': string;
		[event: string]: unknown;
	}>
): EventStream<{ "*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated": string; __proto__: string; 'a-b': string; [event: string]: unknown }>;
export declare namespace events {
	/** URL of `GET /events`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /overloaded` · `twice` in Python */
export declare function twice_get_overloaded(options?: CallOptions): Call<string>;
export declare namespace twice_get_overloaded {
	/** URL of `GET /overloaded`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/** `POST /overloaded` · `twice` in Python */
export declare function twice_post_overloaded(options?: CallOptions): Call<string>;
/** `GET /a-b` · `same` in Python */
export declare function same_get_a_b_3c8680(options?: CallOptions): Call<string>;
export declare namespace same_get_a_b_3c8680 {
	/** URL of `GET /a-b`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /a_b` · `same` in Python */
export declare function same_get_a_b_3b7805(options?: CallOptions): Call<string>;
export declare namespace same_get_a_b_3b7805 {
	/** URL of `GET /a_b`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /lambda` · `<lambda>` in Python */
export declare function _lambda_(options?: CallOptions): Call<string>;
export declare namespace _lambda_ {
	/** URL of `GET /lambda`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /long` */
export declare function ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff(
	options?: CallOptions
): Call<string>;
export declare namespace ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff {
	/** URL of `GET /long`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /clash` · `Color` in Python */
export declare function Color_get_clash(options?: CallOptions): Call<Color>;
export declare namespace Color_get_clash {
	/** URL of `GET /clash`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/** `GET /meeting` */
export declare function User(options?: CallOptions): Call<{
	'a': User;
	'b': User$1;
	'c': outer_User;
}>;
export declare namespace User {
	/** URL of `GET /meeting`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
export declare const Color: {
	readonly 'RED': 'red';
	readonly 'a b': "*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated";
	readonly '__proto__': 'p';
	readonly '1': 1;
	readonly 'none': null;
	readonly 'half': 0.5;
	readonly 'nan': null;
	readonly 'big': null;
	readonly 'flag': true;
};
export type Color =
	| 'red'
	| "*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated"
	| 'p'
	| 1
	| null
	| 0.5
	| true;
/**
 * *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
 *
 * \u0000\ufeff\ud800 {\@link x} \@deprecated
 */
export declare const Described: {
	/**
	 * *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
	 *
	 * \u0000\ufeff\ud800 {\@link x} \@deprecated
	 */
	readonly 'a': 'a';
};
export type Described = 'a';
/**
 * *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
 *
 * \u0000\ufeff\ud800 {\@link x} \@deprecated
 */
export interface Evil {
	'__proto__': string;
	'constructor'?: string | undefined;
	/**
	 * *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
	 *
	 * \u0000\ufeff\ud800 {\@link x} \@deprecated
	 *
	 * *\/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\
	 *
	 * \u0000\ufeff\ud800 {\@link x} \@deprecated
	 */
	"*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated": -1;
	'no': true | 1 | 1.5e+300;
	'by': { [K in Names]?: number };
	'color': Color;
	'described': Described;
	'gone': unknown;
	'none': null;
	'empty': { [key: string]: never };
	'page': Page_Number;
	[key: string]: string | number | -1 | true | 1 | 1.5e+300 | { [K in Names]?: number } | Color | Described | unknown | {
		[key: string]: never;
	} | Page_Number | null | undefined;
}
export type Names =
	| "*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated"
	| 'b';
export interface Page_Number {
	'x': string;
}
export interface User {
	'x': string;
}
export interface UserInput {
	'x': string;
}
/** `User` in Python */
export interface outer_User {
	'y': string;
}
//# sourceMappingURL=CON_.d.ts.map
