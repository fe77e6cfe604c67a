/* eslint-disable */
// Types of evil/settings.py, written by FluidKit: edits are overwritten.
import type { Box, User } from './evil/other.js';
import type {
	Call as Call$1,
	CallOptions as CallOptions$1,
	HTTPValidationError as HTTPValidationError$1,
	UrlOptions as UrlOptions$1
} from './runtime/client.js';

/**
 * `GET /words/0/{id}`
 *
 * @param abstract_path - `abstract` in Python
 */
export declare function abstract(
	abstract_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `abstract` in Python */
		'abstract_header'?: string | undefined;
	}
): Call$1<abstract_[], { 422: HTTPValidationError$1 }>;
export declare namespace abstract {
	/** URL of `GET /words/0/{id}`. */
	function url_of(
		abstract_path: string,
		other: User,
		options?: UrlOptions$1 & { 'abstract_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/1/{id}`
 *
 * @param accessor_path - `accessor` in Python
 */
export declare function accessor(
	accessor_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `accessor` in Python */
		'accessor_header'?: string | undefined;
	}
): Call$1<accessor[], { 422: HTTPValidationError$1 }>;
export declare namespace accessor {
	/** URL of `GET /words/1/{id}`. */
	function url_of(
		accessor_path: string,
		other: User,
		options?: UrlOptions$1 & { 'accessor_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/2/{id}`
 *
 * @param any_path - `any` in Python
 */
export declare function any(
	any_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `any` in Python */
		'any_header'?: string | undefined;
	}
): Call$1<any_[], { 422: HTTPValidationError$1 }>;
export declare namespace any {
	/** URL of `GET /words/2/{id}`. */
	function url_of(
		any_path: string,
		other: User,
		options?: UrlOptions$1 & { 'any_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/3/{id}` · `arguments` in Python
 *
 * @param arguments_ - `arguments` in Python
 */
export declare function arguments_(
	arguments_: string,
	other: User,
	options?: CallOptions$1 & { 'arguments'?: string | undefined }
): Call$1<arguments_[], { 422: HTTPValidationError$1 }>;
export declare namespace arguments_ {
	/** URL of `GET /words/3/{id}`. */
	function url_of(
		arguments_: string,
		other: User,
		options?: UrlOptions$1 & { 'arguments'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/4/{id}`
 *
 * @param as_path - `as` in Python
 */
export declare function as(
	as_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `as` in Python */
		'as_header'?: string | undefined;
	}
): Call$1<as_[], { 422: HTTPValidationError$1 }>;
export declare namespace as {
	/** URL of `GET /words/4/{id}`. */
	function url_of(
		as_path: string,
		other: User,
		options?: UrlOptions$1 & { 'as_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/5/{id}`
 *
 * @param asserts_path - `asserts` in Python
 */
export declare function asserts(
	asserts_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `asserts` in Python */
		'asserts_header'?: string | undefined;
	}
): Call$1<asserts_[], { 422: HTTPValidationError$1 }>;
export declare namespace asserts {
	/** URL of `GET /words/5/{id}`. */
	function url_of(
		asserts_path: string,
		other: User,
		options?: UrlOptions$1 & { 'asserts_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/6/{id}`
 *
 * @param async_path - `async` in Python
 */
export declare function async(
	async_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `async` in Python */
		'async_header'?: string | undefined;
	}
): Call$1<async[], { 422: HTTPValidationError$1 }>;
export declare namespace async {
	/** URL of `GET /words/6/{id}`. */
	function url_of(
		async_path: string,
		other: User,
		options?: UrlOptions$1 & { 'async_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/7/{id}` · `await` in Python
 *
 * @param await_ - `await` in Python
 */
export declare function await_(
	await_: string,
	other: User,
	options?: CallOptions$1 & { 'await'?: string | undefined }
): Call$1<await_[], { 422: HTTPValidationError$1 }>;
export declare namespace await_ {
	/** URL of `GET /words/7/{id}`. */
	function url_of(
		await_: string,
		other: User,
		options?: UrlOptions$1 & { 'await'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/8/{id}`
 *
 * @param bigint_path - `bigint` in Python
 */
export declare function bigint(
	bigint_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `bigint` in Python */
		'bigint_header'?: string | undefined;
	}
): Call$1<bigint_[], { 422: HTTPValidationError$1 }>;
export declare namespace bigint {
	/** URL of `GET /words/8/{id}`. */
	function url_of(
		bigint_path: string,
		other: User,
		options?: UrlOptions$1 & { 'bigint_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/9/{id}`
 *
 * @param boolean_path - `boolean` in Python
 */
export declare function boolean(
	boolean_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `boolean` in Python */
		'boolean_header'?: string | undefined;
	}
): Call$1<boolean_[], { 422: HTTPValidationError$1 }>;
export declare namespace boolean {
	/** URL of `GET /words/9/{id}`. */
	function url_of(
		boolean_path: string,
		other: User,
		options?: UrlOptions$1 & { 'boolean_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/10/{id}` · `break` in Python
 *
 * @param break_ - `break` in Python
 */
export declare function break_(
	break_: string,
	other: User,
	options?: CallOptions$1 & { 'break'?: string | undefined }
): Call$1<break_[], { 422: HTTPValidationError$1 }>;
export declare namespace break_ {
	/** URL of `GET /words/10/{id}`. */
	function url_of(
		break_: string,
		other: User,
		options?: UrlOptions$1 & { 'break'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/11/{id}` · `case` in Python
 *
 * @param case_ - `case` in Python
 */
export declare function case_(
	case_: string,
	other: User,
	options?: CallOptions$1 & { 'case'?: string | undefined }
): Call$1<case_[], { 422: HTTPValidationError$1 }>;
export declare namespace case_ {
	/** URL of `GET /words/11/{id}`. */
	function url_of(
		case_: string,
		other: User,
		options?: UrlOptions$1 & { 'case'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/12/{id}` · `catch` in Python
 *
 * @param catch_ - `catch` in Python
 */
export declare function catch_(
	catch_: string,
	other: User,
	options?: CallOptions$1 & { 'catch'?: string | undefined }
): Call$1<catch_[], { 422: HTTPValidationError$1 }>;
export declare namespace catch_ {
	/** URL of `GET /words/12/{id}`. */
	function url_of(
		catch_: string,
		other: User,
		options?: UrlOptions$1 & { 'catch'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/13/{id}` · `class` in Python
 *
 * @param class_ - `class` in Python
 */
export declare function class_(
	class_: string,
	other: User,
	options?: CallOptions$1 & { 'class'?: string | undefined }
): Call$1<class_[], { 422: HTTPValidationError$1 }>;
export declare namespace class_ {
	/** URL of `GET /words/13/{id}`. */
	function url_of(
		class_: string,
		other: User,
		options?: UrlOptions$1 & { 'class'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/14/{id}` · `const` in Python
 *
 * @param const_ - `const` in Python
 */
export declare function const_(
	const_: string,
	other: User,
	options?: CallOptions$1 & { 'const'?: string | undefined }
): Call$1<const_[], { 422: HTTPValidationError$1 }>;
export declare namespace const_ {
	/** URL of `GET /words/14/{id}`. */
	function url_of(
		const_: string,
		other: User,
		options?: UrlOptions$1 & { 'const'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/15/{id}`
 *
 * @param constructor_path - `constructor` in Python
 */
export declare function constructor(
	constructor_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `constructor` in Python */
		'constructor_header'?: string | undefined;
	}
): Call$1<constructor[], { 422: HTTPValidationError$1 }>;
export declare namespace constructor {
	/** URL of `GET /words/15/{id}`. */
	function url_of(
		constructor_path: string,
		other: User,
		options?: UrlOptions$1 & { 'constructor_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/16/{id}` · `continue` in Python
 *
 * @param continue_ - `continue` in Python
 */
export declare function continue_(
	continue_: string,
	other: User,
	options?: CallOptions$1 & { 'continue'?: string | undefined }
): Call$1<continue_[], { 422: HTTPValidationError$1 }>;
export declare namespace continue_ {
	/** URL of `GET /words/16/{id}`. */
	function url_of(
		continue_: string,
		other: User,
		options?: UrlOptions$1 & { 'continue'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/17/{id}` · `debugger` in Python
 *
 * @param debugger_ - `debugger` in Python
 */
export declare function debugger_(
	debugger_: string,
	other: User,
	options?: CallOptions$1 & { 'debugger'?: string | undefined }
): Call$1<debugger_[], { 422: HTTPValidationError$1 }>;
export declare namespace debugger_ {
	/** URL of `GET /words/17/{id}`. */
	function url_of(
		debugger_: string,
		other: User,
		options?: UrlOptions$1 & { 'debugger'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/18/{id}`
 *
 * @param declare_path - `declare` in Python
 */
export declare function declare(
	declare_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `declare` in Python */
		'declare_header'?: string | undefined;
	}
): Call$1<declare[], { 422: HTTPValidationError$1 }>;
export declare namespace declare {
	/** URL of `GET /words/18/{id}`. */
	function url_of(
		declare_path: string,
		other: User,
		options?: UrlOptions$1 & { 'declare_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/19/{id}` · `default` in Python
 *
 * @param default_ - `default` in Python
 */
export declare function default_(
	default_: string,
	other: User,
	options?: CallOptions$1 & { 'default'?: string | undefined }
): Call$1<default_[], { 422: HTTPValidationError$1 }>;
export declare namespace default_ {
	/** URL of `GET /words/19/{id}`. */
	function url_of(
		default_: string,
		other: User,
		options?: UrlOptions$1 & { 'default'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/20/{id}`
 *
 * @param defer_path - `defer` in Python
 */
export declare function defer(
	defer_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `defer` in Python */
		'defer_header'?: string | undefined;
	}
): Call$1<defer[], { 422: HTTPValidationError$1 }>;
export declare namespace defer {
	/** URL of `GET /words/20/{id}`. */
	function url_of(
		defer_path: string,
		other: User,
		options?: UrlOptions$1 & { 'defer_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/21/{id}` · `delete` in Python
 *
 * @param delete_ - `delete` in Python
 */
export declare function delete_(
	delete_: string,
	other: User,
	options?: CallOptions$1 & { 'delete'?: string | undefined }
): Call$1<delete_[], { 422: HTTPValidationError$1 }>;
export declare namespace delete_ {
	/** URL of `GET /words/21/{id}`. */
	function url_of(
		delete_: string,
		other: User,
		options?: UrlOptions$1 & { 'delete'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/22/{id}` · `do` in Python
 *
 * @param do_ - `do` in Python
 */
export declare function do_(
	do_: string,
	other: User,
	options?: CallOptions$1 & { 'do'?: string | undefined }
): Call$1<do_[], { 422: HTTPValidationError$1 }>;
export declare namespace do_ {
	/** URL of `GET /words/22/{id}`. */
	function url_of(do_: string, other: User, options?: UrlOptions$1 & { 'do'?: string | undefined }): string;
	export { url_of as url };
}
/**
 * `GET /words/23/{id}` · `else` in Python
 *
 * @param else_ - `else` in Python
 */
export declare function else_(
	else_: string,
	other: User,
	options?: CallOptions$1 & { 'else'?: string | undefined }
): Call$1<else_[], { 422: HTTPValidationError$1 }>;
export declare namespace else_ {
	/** URL of `GET /words/23/{id}`. */
	function url_of(
		else_: string,
		other: User,
		options?: UrlOptions$1 & { 'else'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/24/{id}` · `enum` in Python
 *
 * @param enum_ - `enum` in Python
 */
export declare function enum_(
	enum_: string,
	other: User,
	options?: CallOptions$1 & { 'enum'?: string | undefined }
): Call$1<enum_[], { 422: HTTPValidationError$1 }>;
export declare namespace enum_ {
	/** URL of `GET /words/24/{id}`. */
	function url_of(
		enum_: string,
		other: User,
		options?: UrlOptions$1 & { 'enum'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/25/{id}` · `eval` in Python
 *
 * @param eval_ - `eval` in Python
 */
export declare function eval_(
	eval_: string,
	other: User,
	options?: CallOptions$1 & { 'eval'?: string | undefined }
): Call$1<eval_[], { 422: HTTPValidationError$1 }>;
export declare namespace eval_ {
	/** URL of `GET /words/25/{id}`. */
	function url_of(
		eval_: string,
		other: User,
		options?: UrlOptions$1 & { 'eval'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/26/{id}` · `export` in Python
 *
 * @param export_ - `export` in Python
 */
export declare function export_(
	export_: string,
	other: User,
	options?: CallOptions$1 & { 'export'?: string | undefined }
): Call$1<export_[], { 422: HTTPValidationError$1 }>;
export declare namespace export_ {
	/** URL of `GET /words/26/{id}`. */
	function url_of(
		export_: string,
		other: User,
		options?: UrlOptions$1 & { 'export'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/27/{id}` · `extends` in Python
 *
 * @param extends_ - `extends` in Python
 */
export declare function extends_(
	extends_: string,
	other: User,
	options?: CallOptions$1 & { 'extends'?: string | undefined }
): Call$1<extends_[], { 422: HTTPValidationError$1 }>;
export declare namespace extends_ {
	/** URL of `GET /words/27/{id}`. */
	function url_of(
		extends_: string,
		other: User,
		options?: UrlOptions$1 & { 'extends'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/28/{id}` · `false` in Python
 *
 * @param false_ - `false` in Python
 */
export declare function false_(
	false_: string,
	other: User,
	options?: CallOptions$1 & { 'false'?: string | undefined }
): Call$1<false_[], { 422: HTTPValidationError$1 }>;
export declare namespace false_ {
	/** URL of `GET /words/28/{id}`. */
	function url_of(
		false_: string,
		other: User,
		options?: UrlOptions$1 & { 'false'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/29/{id}` · `finally` in Python
 *
 * @param finally_ - `finally` in Python
 */
export declare function finally_(
	finally_: string,
	other: User,
	options?: CallOptions$1 & { 'finally'?: string | undefined }
): Call$1<finally_[], { 422: HTTPValidationError$1 }>;
export declare namespace finally_ {
	/** URL of `GET /words/29/{id}`. */
	function url_of(
		finally_: string,
		other: User,
		options?: UrlOptions$1 & { 'finally'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/30/{id}` · `for` in Python
 *
 * @param for_ - `for` in Python
 */
export declare function for_(
	for_: string,
	other: User,
	options?: CallOptions$1 & { 'for'?: string | undefined }
): Call$1<for_[], { 422: HTTPValidationError$1 }>;
export declare namespace for_ {
	/** URL of `GET /words/30/{id}`. */
	function url_of(
		for_: string,
		other: User,
		options?: UrlOptions$1 & { 'for'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/31/{id}`
 *
 * @param from_path - `from` in Python
 */
export declare function from(
	from_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `from` in Python */
		'from_header'?: string | undefined;
	}
): Call$1<from[], { 422: HTTPValidationError$1 }>;
export declare namespace from {
	/** URL of `GET /words/31/{id}`. */
	function url_of(
		from_path: string,
		other: User,
		options?: UrlOptions$1 & { 'from_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/32/{id}` · `function` in Python
 *
 * @param function_ - `function` in Python
 */
export declare function function_(
	function_: string,
	other: User,
	options?: CallOptions$1 & { 'function'?: string | undefined }
): Call$1<function_[], { 422: HTTPValidationError$1 }>;
export declare namespace function_ {
	/** URL of `GET /words/32/{id}`. */
	function url_of(
		function_: string,
		other: User,
		options?: UrlOptions$1 & { 'function'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/33/{id}`
 *
 * @param get_path - `get` in Python
 */
export declare function get(
	get_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `get` in Python */
		'get_header'?: string | undefined;
	}
): Call$1<get[], { 422: HTTPValidationError$1 }>;
export declare namespace get {
	/** URL of `GET /words/33/{id}`. */
	function url_of(
		get_path: string,
		other: User,
		options?: UrlOptions$1 & { 'get_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/34/{id}`
 *
 * @param global_path - `global` in Python
 */
export declare function global(
	global_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `global` in Python */
		'global_header'?: string | undefined;
	}
): Call$1<global[], { 422: HTTPValidationError$1 }>;
export declare namespace global {
	/** URL of `GET /words/34/{id}`. */
	function url_of(
		global_path: string,
		other: User,
		options?: UrlOptions$1 & { 'global_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/35/{id}` · `globalThis` in Python
 *
 * @param globalThis_ - `globalThis` in Python
 */
export declare function globalThis_(
	globalThis_: string,
	other: User,
	options?: CallOptions$1 & { 'globalThis'?: string | undefined }
): Call$1<globalThis_[], { 422: HTTPValidationError$1 }>;
export declare namespace globalThis_ {
	/** URL of `GET /words/35/{id}`. */
	function url_of(
		globalThis_: string,
		other: User,
		options?: UrlOptions$1 & { 'globalThis'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/36/{id}` · `if` in Python
 *
 * @param if_ - `if` in Python
 */
export declare function if_(
	if_: string,
	other: User,
	options?: CallOptions$1 & { 'if'?: string | undefined }
): Call$1<if_[], { 422: HTTPValidationError$1 }>;
export declare namespace if_ {
	/** URL of `GET /words/36/{id}`. */
	function url_of(if_: string, other: User, options?: UrlOptions$1 & { 'if'?: string | undefined }): string;
	export { url_of as url };
}
/**
 * `GET /words/37/{id}` · `implements` in Python
 *
 * @param implements_ - `implements` in Python
 */
export declare function implements_(
	implements_: string,
	other: User,
	options?: CallOptions$1 & { 'implements'?: string | undefined }
): Call$1<implements_[], { 422: HTTPValidationError$1 }>;
export declare namespace implements_ {
	/** URL of `GET /words/37/{id}`. */
	function url_of(
		implements_: string,
		other: User,
		options?: UrlOptions$1 & { 'implements'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/38/{id}` · `import` in Python
 *
 * @param import_ - `import` in Python
 */
export declare function import_(
	import_: string,
	other: User,
	options?: CallOptions$1 & { 'import'?: string | undefined }
): Call$1<import_[], { 422: HTTPValidationError$1 }>;
export declare namespace import_ {
	/** URL of `GET /words/38/{id}`. */
	function url_of(
		import_: string,
		other: User,
		options?: UrlOptions$1 & { 'import'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/39/{id}` · `in` in Python
 *
 * @param in_ - `in` in Python
 */
export declare function in_(
	in_: string,
	other: User,
	options?: CallOptions$1 & { 'in'?: string | undefined }
): Call$1<in_[], { 422: HTTPValidationError$1 }>;
export declare namespace in_ {
	/** URL of `GET /words/39/{id}`. */
	function url_of(in_: string, other: User, options?: UrlOptions$1 & { 'in'?: string | undefined }): string;
	export { url_of as url };
}
/**
 * `GET /words/40/{id}`
 *
 * @param infer_path - `infer` in Python
 */
export declare function infer(
	infer_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `infer` in Python */
		'infer_header'?: string | undefined;
	}
): Call$1<infer_[], { 422: HTTPValidationError$1 }>;
export declare namespace infer {
	/** URL of `GET /words/40/{id}`. */
	function url_of(
		infer_path: string,
		other: User,
		options?: UrlOptions$1 & { 'infer_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/41/{id}` · `instanceof` in Python
 *
 * @param instanceof_ - `instanceof` in Python
 */
export declare function instanceof_(
	instanceof_: string,
	other: User,
	options?: CallOptions$1 & { 'instanceof'?: string | undefined }
): Call$1<instanceof_[], { 422: HTTPValidationError$1 }>;
export declare namespace instanceof_ {
	/** URL of `GET /words/41/{id}`. */
	function url_of(
		instanceof_: string,
		other: User,
		options?: UrlOptions$1 & { 'instanceof'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/42/{id}` · `interface` in Python
 *
 * @param interface_ - `interface` in Python
 */
export declare function interface_(
	interface_: string,
	other: User,
	options?: CallOptions$1 & { 'interface'?: string | undefined }
): Call$1<interface_[], { 422: HTTPValidationError$1 }>;
export declare namespace interface_ {
	/** URL of `GET /words/42/{id}`. */
	function url_of(
		interface_: string,
		other: User,
		options?: UrlOptions$1 & { 'interface'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/43/{id}`
 *
 * @param intrinsic_path - `intrinsic` in Python
 */
export declare function intrinsic(
	intrinsic_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `intrinsic` in Python */
		'intrinsic_header'?: string | undefined;
	}
): Call$1<intrinsic_[], { 422: HTTPValidationError$1 }>;
export declare namespace intrinsic {
	/** URL of `GET /words/43/{id}`. */
	function url_of(
		intrinsic_path: string,
		other: User,
		options?: UrlOptions$1 & { 'intrinsic_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/44/{id}`
 *
 * @param is_path - `is` in Python
 */
export declare function is(
	is_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `is` in Python */
		'is_header'?: string | undefined;
	}
): Call$1<is_[], { 422: HTTPValidationError$1 }>;
export declare namespace is {
	/** URL of `GET /words/44/{id}`. */
	function url_of(
		is_path: string,
		other: User,
		options?: UrlOptions$1 & { 'is_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/45/{id}`
 *
 * @param keyof_path - `keyof` in Python
 */
export declare function keyof(
	keyof_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `keyof` in Python */
		'keyof_header'?: string | undefined;
	}
): Call$1<keyof_[], { 422: HTTPValidationError$1 }>;
export declare namespace keyof {
	/** URL of `GET /words/45/{id}`. */
	function url_of(
		keyof_path: string,
		other: User,
		options?: UrlOptions$1 & { 'keyof_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/46/{id}` · `let` in Python
 *
 * @param let_ - `let` in Python
 */
export declare function let_(
	let_: string,
	other: User,
	options?: CallOptions$1 & { 'let'?: string | undefined }
): Call$1<let_[], { 422: HTTPValidationError$1 }>;
export declare namespace let_ {
	/** URL of `GET /words/46/{id}`. */
	function url_of(
		let_: string,
		other: User,
		options?: UrlOptions$1 & { 'let'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/47/{id}` · `module` in Python
 *
 * @param module_path - `module` in Python
 */
export declare function module_(
	module_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `module` in Python */
		'module_header'?: string | undefined;
	}
): Call$1<module[], { 422: HTTPValidationError$1 }>;
export declare namespace module_ {
	/** URL of `GET /words/47/{id}`. */
	function url_of(
		module_path: string,
		other: User,
		options?: UrlOptions$1 & { 'module_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/48/{id}`
 *
 * @param namespace_path - `namespace` in Python
 */
export declare function namespace(
	namespace_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `namespace` in Python */
		'namespace_header'?: string | undefined;
	}
): Call$1<namespace[], { 422: HTTPValidationError$1 }>;
export declare namespace namespace {
	/** URL of `GET /words/48/{id}`. */
	function url_of(
		namespace_path: string,
		other: User,
		options?: UrlOptions$1 & { 'namespace_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/49/{id}`
 *
 * @param never_path - `never` in Python
 */
export declare function never(
	never_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `never` in Python */
		'never_header'?: string | undefined;
	}
): Call$1<never_[], { 422: HTTPValidationError$1 }>;
export declare namespace never {
	/** URL of `GET /words/49/{id}`. */
	function url_of(
		never_path: string,
		other: User,
		options?: UrlOptions$1 & { 'never_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/50/{id}` · `new` in Python
 *
 * @param new_ - `new` in Python
 */
export declare function new_(
	new_: string,
	other: User,
	options?: CallOptions$1 & { 'new'?: string | undefined }
): Call$1<new_[], { 422: HTTPValidationError$1 }>;
export declare namespace new_ {
	/** URL of `GET /words/50/{id}`. */
	function url_of(
		new_: string,
		other: User,
		options?: UrlOptions$1 & { 'new'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/51/{id}` · `null` in Python
 *
 * @param null_ - `null` in Python
 */
export declare function null_(
	null_: string,
	other: User,
	options?: CallOptions$1 & { 'null'?: string | undefined }
): Call$1<null_[], { 422: HTTPValidationError$1 }>;
export declare namespace null_ {
	/** URL of `GET /words/51/{id}`. */
	function url_of(
		null_: string,
		other: User,
		options?: UrlOptions$1 & { 'null'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/52/{id}`
 *
 * @param number_path - `number` in Python
 */
export declare function number(
	number_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `number` in Python */
		'number_header'?: string | undefined;
	}
): Call$1<number_[], { 422: HTTPValidationError$1 }>;
export declare namespace number {
	/** URL of `GET /words/52/{id}`. */
	function url_of(
		number_path: string,
		other: User,
		options?: UrlOptions$1 & { 'number_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/53/{id}`
 *
 * @param object_path - `object` in Python
 */
export declare function object(
	object_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `object` in Python */
		'object_header'?: string | undefined;
	}
): Call$1<object_[], { 422: HTTPValidationError$1 }>;
export declare namespace object {
	/** URL of `GET /words/53/{id}`. */
	function url_of(
		object_path: string,
		other: User,
		options?: UrlOptions$1 & { 'object_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/54/{id}`
 *
 * @param of_path - `of` in Python
 */
export declare function of(
	of_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `of` in Python */
		'of_header'?: string | undefined;
	}
): Call$1<of[], { 422: HTTPValidationError$1 }>;
export declare namespace of {
	/** URL of `GET /words/54/{id}`. */
	function url_of(
		of_path: string,
		other: User,
		options?: UrlOptions$1 & { 'of_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/55/{id}`
 *
 * @param out_path - `out` in Python
 */
export declare function out(
	out_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `out` in Python */
		'out_header'?: string | undefined;
	}
): Call$1<out[], { 422: HTTPValidationError$1 }>;
export declare namespace out {
	/** URL of `GET /words/55/{id}`. */
	function url_of(
		out_path: string,
		other: User,
		options?: UrlOptions$1 & { 'out_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/56/{id}`
 *
 * @param override_path - `override` in Python
 */
export declare function override(
	override_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `override` in Python */
		'override_header'?: string | undefined;
	}
): Call$1<override[], { 422: HTTPValidationError$1 }>;
export declare namespace override {
	/** URL of `GET /words/56/{id}`. */
	function url_of(
		override_path: string,
		other: User,
		options?: UrlOptions$1 & { 'override_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/57/{id}` · `package` in Python
 *
 * @param package_ - `package` in Python
 */
export declare function package_(
	package_: string,
	other: User,
	options?: CallOptions$1 & { 'package'?: string | undefined }
): Call$1<package_[], { 422: HTTPValidationError$1 }>;
export declare namespace package_ {
	/** URL of `GET /words/57/{id}`. */
	function url_of(
		package_: string,
		other: User,
		options?: UrlOptions$1 & { 'package'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/58/{id}` · `private` in Python
 *
 * @param private_ - `private` in Python
 */
export declare function private_(
	private_: string,
	other: User,
	options?: CallOptions$1 & { 'private'?: string | undefined }
): Call$1<private_[], { 422: HTTPValidationError$1 }>;
export declare namespace private_ {
	/** URL of `GET /words/58/{id}`. */
	function url_of(
		private_: string,
		other: User,
		options?: UrlOptions$1 & { 'private'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/59/{id}` · `protected` in Python
 *
 * @param protected_ - `protected` in Python
 */
export declare function protected_(
	protected_: string,
	other: User,
	options?: CallOptions$1 & { 'protected'?: string | undefined }
): Call$1<protected_[], { 422: HTTPValidationError$1 }>;
export declare namespace protected_ {
	/** URL of `GET /words/59/{id}`. */
	function url_of(
		protected_: string,
		other: User,
		options?: UrlOptions$1 & { 'protected'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/60/{id}` · `public` in Python
 *
 * @param public_ - `public` in Python
 */
export declare function public_(
	public_: string,
	other: User,
	options?: CallOptions$1 & { 'public'?: string | undefined }
): Call$1<public_[], { 422: HTTPValidationError$1 }>;
export declare namespace public_ {
	/** URL of `GET /words/60/{id}`. */
	function url_of(
		public_: string,
		other: User,
		options?: UrlOptions$1 & { 'public'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/61/{id}`
 *
 * @param readonly_path - `readonly` in Python
 */
export declare function readonly(
	readonly_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `readonly` in Python */
		'readonly_header'?: string | undefined;
	}
): Call$1<readonly_[], { 422: HTTPValidationError$1 }>;
export declare namespace readonly {
	/** URL of `GET /words/61/{id}`. */
	function url_of(
		readonly_path: string,
		other: User,
		options?: UrlOptions$1 & { 'readonly_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/62/{id}` · `require` in Python
 *
 * @param require_path - `require` in Python
 */
export declare function require_(
	require_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `require` in Python */
		'require_header'?: string | undefined;
	}
): Call$1<require[], { 422: HTTPValidationError$1 }>;
export declare namespace require_ {
	/** URL of `GET /words/62/{id}`. */
	function url_of(
		require_path: string,
		other: User,
		options?: UrlOptions$1 & { 'require_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/63/{id}` · `return` in Python
 *
 * @param return_ - `return` in Python
 */
export declare function return_(
	return_: string,
	other: User,
	options?: CallOptions$1 & { 'return'?: string | undefined }
): Call$1<return_[], { 422: HTTPValidationError$1 }>;
export declare namespace return_ {
	/** URL of `GET /words/63/{id}`. */
	function url_of(
		return_: string,
		other: User,
		options?: UrlOptions$1 & { 'return'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/64/{id}`
 *
 * @param satisfies_path - `satisfies` in Python
 */
export declare function satisfies(
	satisfies_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `satisfies` in Python */
		'satisfies_header'?: string | undefined;
	}
): Call$1<satisfies[], { 422: HTTPValidationError$1 }>;
export declare namespace satisfies {
	/** URL of `GET /words/64/{id}`. */
	function url_of(
		satisfies_path: string,
		other: User,
		options?: UrlOptions$1 & { 'satisfies_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/65/{id}`
 *
 * @param set_path - `set` in Python
 */
export declare function set(
	set_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `set` in Python */
		'set_header'?: string | undefined;
	}
): Call$1<set[], { 422: HTTPValidationError$1 }>;
export declare namespace set {
	/** URL of `GET /words/65/{id}`. */
	function url_of(
		set_path: string,
		other: User,
		options?: UrlOptions$1 & { 'set_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/66/{id}` · `static` in Python
 *
 * @param static_ - `static` in Python
 */
export declare function static_(
	static_: string,
	other: User,
	options?: CallOptions$1 & { 'static'?: string | undefined }
): Call$1<static_[], { 422: HTTPValidationError$1 }>;
export declare namespace static_ {
	/** URL of `GET /words/66/{id}`. */
	function url_of(
		static_: string,
		other: User,
		options?: UrlOptions$1 & { 'static'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/67/{id}`
 *
 * @param string_path - `string` in Python
 */
export declare function string(
	string_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `string` in Python */
		'string_header'?: string | undefined;
	}
): Call$1<string_[], { 422: HTTPValidationError$1 }>;
export declare namespace string {
	/** URL of `GET /words/67/{id}`. */
	function url_of(
		string_path: string,
		other: User,
		options?: UrlOptions$1 & { 'string_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/68/{id}` · `super` in Python
 *
 * @param super_ - `super` in Python
 */
export declare function super_(
	super_: string,
	other: User,
	options?: CallOptions$1 & { 'super'?: string | undefined }
): Call$1<super_[], { 422: HTTPValidationError$1 }>;
export declare namespace super_ {
	/** URL of `GET /words/68/{id}`. */
	function url_of(
		super_: string,
		other: User,
		options?: UrlOptions$1 & { 'super'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/69/{id}` · `switch` in Python
 *
 * @param switch_ - `switch` in Python
 */
export declare function switch_(
	switch_: string,
	other: User,
	options?: CallOptions$1 & { 'switch'?: string | undefined }
): Call$1<switch_[], { 422: HTTPValidationError$1 }>;
export declare namespace switch_ {
	/** URL of `GET /words/69/{id}`. */
	function url_of(
		switch_: string,
		other: User,
		options?: UrlOptions$1 & { 'switch'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/70/{id}`
 *
 * @param symbol_path - `symbol` in Python
 */
export declare function symbol(
	symbol_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `symbol` in Python */
		'symbol_header'?: string | undefined;
	}
): Call$1<symbol_[], { 422: HTTPValidationError$1 }>;
export declare namespace symbol {
	/** URL of `GET /words/70/{id}`. */
	function url_of(
		symbol_path: string,
		other: User,
		options?: UrlOptions$1 & { 'symbol_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/71/{id}` · `this` in Python
 *
 * @param this_ - `this` in Python
 */
export declare function this_(
	this_: string,
	other: User,
	options?: CallOptions$1 & { 'this'?: string | undefined }
): Call$1<this_[], { 422: HTTPValidationError$1 }>;
export declare namespace this_ {
	/** URL of `GET /words/71/{id}`. */
	function url_of(
		this_: string,
		other: User,
		options?: UrlOptions$1 & { 'this'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/72/{id}` · `throw` in Python
 *
 * @param throw_ - `throw` in Python
 */
export declare function throw_(
	throw_: string,
	other: User,
	options?: CallOptions$1 & { 'throw'?: string | undefined }
): Call$1<throw_[], { 422: HTTPValidationError$1 }>;
export declare namespace throw_ {
	/** URL of `GET /words/72/{id}`. */
	function url_of(
		throw_: string,
		other: User,
		options?: UrlOptions$1 & { 'throw'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/73/{id}` · `true` in Python
 *
 * @param true_ - `true` in Python
 */
export declare function true_(
	true_: string,
	other: User,
	options?: CallOptions$1 & { 'true'?: string | undefined }
): Call$1<true_[], { 422: HTTPValidationError$1 }>;
export declare namespace true_ {
	/** URL of `GET /words/73/{id}`. */
	function url_of(
		true_: string,
		other: User,
		options?: UrlOptions$1 & { 'true'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/74/{id}` · `try` in Python
 *
 * @param try_ - `try` in Python
 */
export declare function try_(
	try_: string,
	other: User,
	options?: CallOptions$1 & { 'try'?: string | undefined }
): Call$1<try_[], { 422: HTTPValidationError$1 }>;
export declare namespace try_ {
	/** URL of `GET /words/74/{id}`. */
	function url_of(
		try_: string,
		other: User,
		options?: UrlOptions$1 & { 'try'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/75/{id}`
 *
 * @param type_path - `type` in Python
 */
export declare function type(
	type_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `type` in Python */
		'type_header'?: string | undefined;
	}
): Call$1<type[], { 422: HTTPValidationError$1 }>;
export declare namespace type {
	/** URL of `GET /words/75/{id}`. */
	function url_of(
		type_path: string,
		other: User,
		options?: UrlOptions$1 & { 'type_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/76/{id}` · `typeof` in Python
 *
 * @param typeof_ - `typeof` in Python
 */
export declare function typeof_(
	typeof_: string,
	other: User,
	options?: CallOptions$1 & { 'typeof'?: string | undefined }
): Call$1<typeof_[], { 422: HTTPValidationError$1 }>;
export declare namespace typeof_ {
	/** URL of `GET /words/76/{id}`. */
	function url_of(
		typeof_: string,
		other: User,
		options?: UrlOptions$1 & { 'typeof'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/77/{id}` · `undefined` in Python
 *
 * @param undefined_ - `undefined` in Python
 */
export declare function undefined_(
	undefined_: string,
	other: User,
	options?: CallOptions$1 & { 'undefined'?: string | undefined }
): Call$1<undefined_[], { 422: HTTPValidationError$1 }>;
export declare namespace undefined_ {
	/** URL of `GET /words/77/{id}`. */
	function url_of(
		undefined_: string,
		other: User,
		options?: UrlOptions$1 & { 'undefined'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/78/{id}`
 *
 * @param unique_path - `unique` in Python
 */
export declare function unique(
	unique_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `unique` in Python */
		'unique_header'?: string | undefined;
	}
): Call$1<unique_[], { 422: HTTPValidationError$1 }>;
export declare namespace unique {
	/** URL of `GET /words/78/{id}`. */
	function url_of(
		unique_path: string,
		other: User,
		options?: UrlOptions$1 & { 'unique_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/79/{id}`
 *
 * @param unknown_path - `unknown` in Python
 */
export declare function unknown(
	unknown_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `unknown` in Python */
		'unknown_header'?: string | undefined;
	}
): Call$1<unknown_[], { 422: HTTPValidationError$1 }>;
export declare namespace unknown {
	/** URL of `GET /words/79/{id}`. */
	function url_of(
		unknown_path: string,
		other: User,
		options?: UrlOptions$1 & { 'unknown_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/80/{id}`
 *
 * @param using_path - `using` in Python
 */
export declare function using(
	using_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `using` in Python */
		'using_header'?: string | undefined;
	}
): Call$1<using[], { 422: HTTPValidationError$1 }>;
export declare namespace using {
	/** URL of `GET /words/80/{id}`. */
	function url_of(
		using_path: string,
		other: User,
		options?: UrlOptions$1 & { 'using_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/81/{id}` · `var` in Python
 *
 * @param var_ - `var` in Python
 */
export declare function var_(
	var_: string,
	other: User,
	options?: CallOptions$1 & { 'var'?: string | undefined }
): Call$1<var_[], { 422: HTTPValidationError$1 }>;
export declare namespace var_ {
	/** URL of `GET /words/81/{id}`. */
	function url_of(
		var_: string,
		other: User,
		options?: UrlOptions$1 & { 'var'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/82/{id}` · `void` in Python
 *
 * @param void_ - `void` in Python
 */
export declare function void_(
	void_: string,
	other: User,
	options?: CallOptions$1 & { 'void'?: string | undefined }
): Call$1<void_[], { 422: HTTPValidationError$1 }>;
export declare namespace void_ {
	/** URL of `GET /words/82/{id}`. */
	function url_of(
		void_: string,
		other: User,
		options?: UrlOptions$1 & { 'void'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/83/{id}` · `while` in Python
 *
 * @param while_ - `while` in Python
 */
export declare function while_(
	while_: string,
	other: User,
	options?: CallOptions$1 & { 'while'?: string | undefined }
): Call$1<while_[], { 422: HTTPValidationError$1 }>;
export declare namespace while_ {
	/** URL of `GET /words/83/{id}`. */
	function url_of(
		while_: string,
		other: User,
		options?: UrlOptions$1 & { 'while'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/84/{id}` · `with` in Python
 *
 * @param with_ - `with` in Python
 */
export declare function with_(
	with_: string,
	other: User,
	options?: CallOptions$1 & { 'with'?: string | undefined }
): Call$1<with_[], { 422: HTTPValidationError$1 }>;
export declare namespace with_ {
	/** URL of `GET /words/84/{id}`. */
	function url_of(
		with_: string,
		other: User,
		options?: UrlOptions$1 & { 'with'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/85/{id}` · `yield` in Python
 *
 * @param yield_ - `yield` in Python
 */
export declare function yield_(
	yield_: string,
	other: User,
	options?: CallOptions$1 & { 'yield'?: string | undefined }
): Call$1<yield_[], { 422: HTTPValidationError$1 }>;
export declare namespace yield_ {
	/** URL of `GET /words/85/{id}`. */
	function url_of(
		yield_: string,
		other: User,
		options?: UrlOptions$1 & { 'yield'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/86/{id}` · `Array` in Python
 *
 * @param Array_path - `Array` in Python
 */
export declare function Array_(
	Array_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Array` in Python */
		'Array_header'?: string | undefined;
	}
): Call$1<Array[], { 422: HTTPValidationError$1 }>;
export declare namespace Array_ {
	/** URL of `GET /words/86/{id}`. */
	function url_of(
		Array_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Array_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/87/{id}` · `Blob` in Python
 *
 * @param Blob_path - `Blob` in Python
 */
export declare function Blob_(
	Blob_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Blob` in Python */
		'Blob_header'?: string | undefined;
	}
): Call$1<Blob[], { 422: HTTPValidationError$1 }>;
export declare namespace Blob_ {
	/** URL of `GET /words/87/{id}`. */
	function url_of(
		Blob_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Blob_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/88/{id}`
 *
 * @param Call_path - `Call` in Python
 */
export declare function Call(
	Call_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Call` in Python */
		'Call_header'?: string | undefined;
	}
): Call$1<Call[], { 422: HTTPValidationError$1 }>;
export declare namespace Call {
	/** URL of `GET /words/88/{id}`. */
	function url_of(
		Call_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Call_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/89/{id}`
 *
 * @param CallOptions_path - `CallOptions` in Python
 */
export declare function CallOptions(
	CallOptions_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `CallOptions` in Python */
		'CallOptions_header'?: string | undefined;
	}
): Call$1<CallOptions[], { 422: HTTPValidationError$1 }>;
export declare namespace CallOptions {
	/** URL of `GET /words/89/{id}`. */
	function url_of(
		CallOptions_path: string,
		other: User,
		options?: UrlOptions$1 & { 'CallOptions_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/90/{id}` · `Date` in Python
 *
 * @param Date_path - `Date` in Python
 */
export declare function Date_(
	Date_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Date` in Python */
		'Date_header'?: string | undefined;
	}
): Call$1<Date[], { 422: HTTPValidationError$1 }>;
export declare namespace Date_ {
	/** URL of `GET /words/90/{id}`. */
	function url_of(
		Date_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Date_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/91/{id}` · `Error` in Python
 *
 * @param Error_path - `Error` in Python
 */
export declare function Error_(
	Error_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Error` in Python */
		'Error_header'?: string | undefined;
	}
): Call$1<Error[], { 422: HTTPValidationError$1 }>;
export declare namespace Error_ {
	/** URL of `GET /words/91/{id}`. */
	function url_of(
		Error_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Error_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/92/{id}` · `File` in Python
 *
 * @param File_path - `File` in Python
 */
export declare function File_(
	File_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `File` in Python */
		'File_header'?: string | undefined;
	}
): Call$1<File[], { 422: HTTPValidationError$1 }>;
export declare namespace File_ {
	/** URL of `GET /words/92/{id}`. */
	function url_of(
		File_path: string,
		other: User,
		options?: UrlOptions$1 & { 'File_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/93/{id}`
 *
 * @param FluidTypes_path - `FluidTypes` in Python
 */
export declare function FluidTypes(
	FluidTypes_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `FluidTypes` in Python */
		'FluidTypes_header'?: string | undefined;
	}
): Call$1<FluidTypes[], { 422: HTTPValidationError$1 }>;
export declare namespace FluidTypes {
	/** URL of `GET /words/93/{id}`. */
	function url_of(
		FluidTypes_path: string,
		other: User,
		options?: UrlOptions$1 & { 'FluidTypes_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/94/{id}` · `Function` in Python
 *
 * @param Function_path - `Function` in Python
 */
export declare function Function_(
	Function_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Function` in Python */
		'Function_header'?: string | undefined;
	}
): Call$1<Function[], { 422: HTTPValidationError$1 }>;
export declare namespace Function_ {
	/** URL of `GET /words/94/{id}`. */
	function url_of(
		Function_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Function_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/95/{id}`
 *
 * @param HTTPValidationError_path - `HTTPValidationError` in Python
 */
export declare function HTTPValidationError(
	HTTPValidationError_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `HTTPValidationError` in Python */
		'HTTPValidationError_header'?: string | undefined;
	}
): Call$1<HTTPValidationError[], { 422: HTTPValidationError$1 }>;
export declare namespace HTTPValidationError {
	/** URL of `GET /words/95/{id}`. */
	function url_of(
		HTTPValidationError_path: string,
		other: User,
		options?: UrlOptions$1 & { 'HTTPValidationError_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/96/{id}` · `Infinity` in Python
 *
 * @param Infinity_path - `Infinity` in Python
 */
export declare function Infinity_(
	Infinity_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Infinity` in Python */
		'Infinity_header'?: string | undefined;
	}
): Call$1<Infinity[], { 422: HTTPValidationError$1 }>;
export declare namespace Infinity_ {
	/** URL of `GET /words/96/{id}`. */
	function url_of(
		Infinity_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Infinity_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/97/{id}` · `JSON` in Python
 *
 * @param JSON_path - `JSON` in Python
 */
export declare function JSON_(
	JSON_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `JSON` in Python */
		'JSON_header'?: string | undefined;
	}
): Call$1<JSON[], { 422: HTTPValidationError$1 }>;
export declare namespace JSON_ {
	/** URL of `GET /words/97/{id}`. */
	function url_of(
		JSON_path: string,
		other: User,
		options?: UrlOptions$1 & { 'JSON_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/98/{id}` · `Map` in Python
 *
 * @param Map_path - `Map` in Python
 */
export declare function Map_(
	Map_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Map` in Python */
		'Map_header'?: string | undefined;
	}
): Call$1<Map[], { 422: HTTPValidationError$1 }>;
export declare namespace Map_ {
	/** URL of `GET /words/98/{id}`. */
	function url_of(
		Map_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Map_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/99/{id}` · `NaN` in Python
 *
 * @param NaN_path - `NaN` in Python
 */
export declare function NaN_(
	NaN_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `NaN` in Python */
		'NaN_header'?: string | undefined;
	}
): Call$1<NaN[], { 422: HTTPValidationError$1 }>;
export declare namespace NaN_ {
	/** URL of `GET /words/99/{id}`. */
	function url_of(
		NaN_path: string,
		other: User,
		options?: UrlOptions$1 & { 'NaN_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/100/{id}` · `Object` in Python
 *
 * @param Object_path - `Object` in Python
 */
export declare function Object_(
	Object_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Object` in Python */
		'Object_header'?: string | undefined;
	}
): Call$1<Object[], { 422: HTTPValidationError$1 }>;
export declare namespace Object_ {
	/** URL of `GET /words/100/{id}`. */
	function url_of(
		Object_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Object_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/101/{id}` · `Promise` in Python
 *
 * @param Promise_path - `Promise` in Python
 */
export declare function Promise_(
	Promise_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Promise` in Python */
		'Promise_header'?: string | undefined;
	}
): Call$1<Promise[], { 422: HTTPValidationError$1 }>;
export declare namespace Promise_ {
	/** URL of `GET /words/101/{id}`. */
	function url_of(
		Promise_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Promise_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/102/{id}`
 *
 * @param Record_path - `Record` in Python
 */
export declare function Record(
	Record_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Record` in Python */
		'Record_header'?: string | undefined;
	}
): Call$1<Record[], { 422: HTTPValidationError$1 }>;
export declare namespace Record {
	/** URL of `GET /words/102/{id}`. */
	function url_of(
		Record_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Record_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/103/{id}` · `Response` in Python
 *
 * @param Response_path - `Response` in Python
 */
export declare function Response_(
	Response_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Response` in Python */
		'Response_header'?: string | undefined;
	}
): Call$1<Response[], { 422: HTTPValidationError$1 }>;
export declare namespace Response_ {
	/** URL of `GET /words/103/{id}`. */
	function url_of(
		Response_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Response_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/104/{id}` · `String` in Python
 *
 * @param String_path - `String` in Python
 */
export declare function String_(
	String_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `String` in Python */
		'String_header'?: string | undefined;
	}
): Call$1<String[], { 422: HTTPValidationError$1 }>;
export declare namespace String_ {
	/** URL of `GET /words/104/{id}`. */
	function url_of(
		String_path: string,
		other: User,
		options?: UrlOptions$1 & { 'String_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/105/{id}` · `Symbol` in Python
 *
 * @param Symbol_path - `Symbol` in Python
 */
export declare function Symbol_(
	Symbol_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Symbol` in Python */
		'Symbol_header'?: string | undefined;
	}
): Call$1<Symbol[], { 422: HTTPValidationError$1 }>;
export declare namespace Symbol_ {
	/** URL of `GET /words/105/{id}`. */
	function url_of(
		Symbol_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Symbol_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/106/{id}`
 *
 * @param UrlOptions_path - `UrlOptions` in Python
 */
export declare function UrlOptions(
	UrlOptions_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `UrlOptions` in Python */
		'UrlOptions_header'?: string | undefined;
	}
): Call$1<UrlOptions[], { 422: HTTPValidationError$1 }>;
export declare namespace UrlOptions {
	/** URL of `GET /words/106/{id}`. */
	function url_of(
		UrlOptions_path: string,
		other: User,
		options?: UrlOptions$1 & { 'UrlOptions_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/107/{id}`
 *
 * @param body_path - `body` in Python
 */
export declare function body(
	body_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `body` in Python */
		'body_header'?: string | undefined;
	}
): Call$1<body[], { 422: HTTPValidationError$1 }>;
export declare namespace body {
	/** URL of `GET /words/107/{id}`. */
	function url_of(
		body_path: string,
		other: User,
		options?: UrlOptions$1 & { 'body_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/108/{id}`
 *
 * @param codec_path - `codec` in Python
 */
export declare function codec(
	codec_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `codec` in Python */
		'codec_header'?: string | undefined;
	}
): Call$1<codec[], { 422: HTTPValidationError$1 }>;
export declare namespace codec {
	/** URL of `GET /words/108/{id}`. */
	function url_of(
		codec_path: string,
		other: User,
		options?: UrlOptions$1 & { 'codec_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/109/{id}`
 *
 * @param configure_path - `configure` in Python
 */
export declare function configure(
	configure_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `configure` in Python */
		'configure_header'?: string | undefined;
	}
): Call$1<configure[], { 422: HTTPValidationError$1 }>;
export declare namespace configure {
	/** URL of `GET /words/109/{id}`. */
	function url_of(
		configure_path: string,
		other: User,
		options?: UrlOptions$1 & { 'configure_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/110/{id}`
 *
 * @param empty_path - `empty` in Python
 */
export declare function empty(
	empty_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `empty` in Python */
		'empty_header'?: string | undefined;
	}
): Call$1<empty[], { 422: HTTPValidationError$1 }>;
export declare namespace empty {
	/** URL of `GET /words/110/{id}`. */
	function url_of(
		empty_path: string,
		other: User,
		options?: UrlOptions$1 & { 'empty_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/** `GET /words/111/{id}` · `fetch` in Python */
export declare function fetch_(
	fetch: string,
	other: User,
	options?: CallOptions$1 & {
		/** `fetch` in Python */
		'fetch_'?: string | undefined;
	}
): Call$1<fetch[], { 422: HTTPValidationError$1 }>;
export declare namespace fetch_ {
	/** URL of `GET /words/111/{id}`. */
	function url_of(
		fetch: string,
		other: User,
		options?: UrlOptions$1 & { 'fetch_'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/112/{id}`
 *
 * @param file_path - `file` in Python
 */
export declare function file(
	file_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `file` in Python */
		'file_header'?: string | undefined;
	}
): Call$1<file[], { 422: HTTPValidationError$1 }>;
export declare namespace file {
	/** URL of `GET /words/112/{id}`. */
	function url_of(
		file_path: string,
		other: User,
		options?: UrlOptions$1 & { 'file_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/113/{id}`
 *
 * @param hot_path - `hot` in Python
 */
export declare function hot(
	hot_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `hot` in Python */
		'hot_header'?: string | undefined;
	}
): Call$1<hot[], { 422: HTTPValidationError$1 }>;
export declare namespace hot {
	/** URL of `GET /words/113/{id}`. */
	function url_of(
		hot_path: string,
		other: User,
		options?: UrlOptions$1 & { 'hot_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/114/{id}`
 *
 * @param json_path - `json` in Python
 */
export declare function json(
	json_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `json` in Python */
		'json_header'?: string | undefined;
	}
): Call$1<json[], { 422: HTTPValidationError$1 }>;
export declare namespace json {
	/** URL of `GET /words/114/{id}`. */
	function url_of(
		json_path: string,
		other: User,
		options?: UrlOptions$1 & { 'json_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/115/{id}`
 *
 * @param options_path - `options` in Python
 */
export declare function options(
	options_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `options` in Python */
		'options_header'?: string | undefined;
	}
): Call$1<options[], { 422: HTTPValidationError$1 }>;
export declare namespace options {
	/** URL of `GET /words/115/{id}`. */
	function url_of(
		options_path: string,
		other: User,
		options?: UrlOptions$1 & { 'options_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/116/{id}`
 *
 * @param query_path - `query` in Python
 */
export declare function query(
	query_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `query` in Python */
		'query_header'?: string | undefined;
	}
): Call$1<query[], { 422: HTTPValidationError$1 }>;
export declare namespace query {
	/** URL of `GET /words/116/{id}`. */
	function url_of(
		query_path: string,
		other: User,
		options?: UrlOptions$1 & { 'query_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/117/{id}`
 *
 * @param response_path - `response` in Python
 */
export declare function response(
	response_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `response` in Python */
		'response_header'?: string | undefined;
	}
): Call$1<response[], { 422: HTTPValidationError$1 }>;
export declare namespace response {
	/** URL of `GET /words/117/{id}`. */
	function url_of(
		response_path: string,
		other: User,
		options?: UrlOptions$1 & { 'response_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/118/{id}`
 *
 * @param segment_path - `segment` in Python
 */
export declare function segment(
	segment_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `segment` in Python */
		'segment_header'?: string | undefined;
	}
): Call$1<segment[], { 422: HTTPValidationError$1 }>;
export declare namespace segment {
	/** URL of `GET /words/118/{id}`. */
	function url_of(
		segment_path: string,
		other: User,
		options?: UrlOptions$1 & { 'segment_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/119/{id}`
 *
 * @param text_path - `text` in Python
 */
export declare function text(
	text_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `text` in Python */
		'text_header'?: string | undefined;
	}
): Call$1<text[], { 422: HTTPValidationError$1 }>;
export declare namespace text {
	/** URL of `GET /words/119/{id}`. */
	function url_of(
		text_path: string,
		other: User,
		options?: UrlOptions$1 & { 'text_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/120/{id}`
 *
 * @param url_path - `url` in Python
 */
export declare function url(
	url_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `url` in Python */
		'url_header'?: string | undefined;
	}
): Call$1<url[], { 422: HTTPValidationError$1 }>;
export declare namespace url {
	/** URL of `GET /words/120/{id}`. */
	function url_of(
		url_path: string,
		other: User,
		options?: UrlOptions$1 & { 'url_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/121/{id}`
 *
 * @param import_meta_path - `import_meta` in Python
 */
export declare function import_meta(
	import_meta_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `import_meta` in Python */
		'import_meta_header'?: string | undefined;
	}
): Call$1<import_meta[], { 422: HTTPValidationError$1 }>;
export declare namespace import_meta {
	/** URL of `GET /words/121/{id}`. */
	function url_of(
		import_meta_path: string,
		other: User,
		options?: UrlOptions$1 & { 'import_meta_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/122/{id}`
 *
 * @param __proto___path - `__proto__` in Python
 */
export declare function __proto__(
	__proto___path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `__proto__` in Python */
		'__proto___header'?: string | undefined;
	}
): Call$1<__proto__[], { 422: HTTPValidationError$1 }>;
export declare namespace __proto__ {
	/** URL of `GET /words/122/{id}`. */
	function url_of(
		__proto___path: string,
		other: User,
		options?: UrlOptions$1 & { '__proto___header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/123/{id}`
 *
 * @param prototype_path - `prototype` in Python
 */
export declare function prototype(
	prototype_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `prototype` in Python */
		'prototype_header'?: string | undefined;
	}
): Call$1<prototype[], { 422: HTTPValidationError$1 }>;
export declare namespace prototype {
	/** URL of `GET /words/123/{id}`. */
	function url_of(
		prototype_path: string,
		other: User,
		options?: UrlOptions$1 & { 'prototype_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/124/{id}`
 *
 * @param toString_path - `toString` in Python
 */
export declare function toString(
	toString_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `toString` in Python */
		'toString_header'?: string | undefined;
	}
): Call$1<toString[], { 422: HTTPValidationError$1 }>;
export declare namespace toString {
	/** URL of `GET /words/124/{id}`. */
	function url_of(
		toString_path: string,
		other: User,
		options?: UrlOptions$1 & { 'toString_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/125/{id}`
 *
 * @param hasOwnProperty_path - `hasOwnProperty` in Python
 */
export declare function hasOwnProperty(
	hasOwnProperty_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `hasOwnProperty` in Python */
		'hasOwnProperty_header'?: string | undefined;
	}
): Call$1<hasOwnProperty[], { 422: HTTPValidationError$1 }>;
export declare namespace hasOwnProperty {
	/** URL of `GET /words/125/{id}`. */
	function url_of(
		hasOwnProperty_path: string,
		other: User,
		options?: UrlOptions$1 & { 'hasOwnProperty_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/126/{id}`
 *
 * @param K_path - `K` in Python
 */
export declare function K(
	K_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `K` in Python */
		'K_header'?: string | undefined;
	}
): Call$1<K[], { 422: HTTPValidationError$1 }>;
export declare namespace K {
	/** URL of `GET /words/126/{id}`. */
	function url_of(
		K_path: string,
		other: User,
		options?: UrlOptions$1 & { 'K_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/127/{id}`
 *
 * @param T_path - `T` in Python
 */
export declare function T(
	T_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `T` in Python */
		'T_header'?: string | undefined;
	}
): Call$1<T[], { 422: HTTPValidationError$1 }>;
export declare namespace T {
	/** URL of `GET /words/127/{id}`. */
	function url_of(
		T_path: string,
		other: User,
		options?: UrlOptions$1 & { 'T_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/128/{id}`
 *
 * @param K__path - `K_` in Python
 */
export declare function K_(
	K__path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `K_` in Python */
		'K__header'?: string | undefined;
	}
): Call$1<K_[], { 422: HTTPValidationError$1 }>;
export declare namespace K_ {
	/** URL of `GET /words/128/{id}`. */
	function url_of(
		K__path: string,
		other: User,
		options?: UrlOptions$1 & { 'K__header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/129/{id}`
 *
 * @param __path - `_` in Python
 */
export declare function _(
	__path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `_` in Python */
		'__header'?: string | undefined;
	}
): Call$1<__0d0ca9[], { 422: HTTPValidationError$1 }>;
export declare namespace _ {
	/** URL of `GET /words/129/{id}`. */
	function url_of(
		__path: string,
		other: User,
		options?: UrlOptions$1 & { '__header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/130/{id}`
 *
 * @param $_path - `$` in Python
 */
export declare function $(
	$_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `$` in Python */
		'$_header'?: string | undefined;
	}
): Call$1<__0b8d48[], { 422: HTTPValidationError$1 }>;
export declare namespace $ {
	/** URL of `GET /words/130/{id}`. */
	function url_of(
		$_path: string,
		other: User,
		options?: UrlOptions$1 & { '$_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/131/{id}`
 *
 * @param Ünïcode_path - `Ünïcode` in Python
 */
export declare function Ünïcode(
	Ünïcode_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `Ünïcode` in Python */
		'Ünïcode_header'?: string | undefined;
	}
): Call$1<Ünïcode[], { 422: HTTPValidationError$1 }>;
export declare namespace Ünïcode {
	/** URL of `GET /words/131/{id}`. */
	function url_of(
		Ünïcode_path: string,
		other: User,
		options?: UrlOptions$1 & { 'Ünïcode_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/132/{id}`
 *
 * @param größe_path - `größe` in Python
 */
export declare function größe(
	größe_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `größe` in Python */
		'größe_header'?: string | undefined;
	}
): Call$1<größe[], { 422: HTTPValidationError$1 }>;
export declare namespace größe {
	/** URL of `GET /words/132/{id}`. */
	function url_of(
		größe_path: string,
		other: User,
		options?: UrlOptions$1 & { 'größe_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/133/{id}`
 *
 * @param 名前_path - `名前` in Python
 */
export declare function 名前(
	名前_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `名前` in Python */
		'名前_header'?: string | undefined;
	}
): Call$1<名前[], { 422: HTTPValidationError$1 }>;
export declare namespace 名前 {
	/** URL of `GET /words/133/{id}`. */
	function url_of(
		名前_path: string,
		other: User,
		options?: UrlOptions$1 & { '名前_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/**
 * `GET /words/134/{id}`
 *
 * @param 𝒳_path - `𝒳` in Python
 */
export declare function 𝒳(
	𝒳_path: string,
	other: User,
	options?: CallOptions$1 & {
		/** `𝒳` in Python */
		'𝒳_header'?: string | undefined;
	}
): Call$1<𝒳[], { 422: HTTPValidationError$1 }>;
export declare namespace 𝒳 {
	/** URL of `GET /words/134/{id}`. */
	function url_of(
		𝒳_path: string,
		other: User,
		options?: UrlOptions$1 & { '𝒳_header'?: string | undefined }
	): string;
	export { url_of as url };
}
/** `$` in Python */
export interface __0b8d48 {
	'$': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Array {
	'Array': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Blob {
	'Blob': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Call {
	'Call': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface CallOptions {
	'CallOptions': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Date {
	'Date': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export declare const EnumOfWords: {
	readonly 'abstract': 'abstract';
	readonly 'accessor': 'accessor';
	readonly 'any': 'any';
	readonly 'arguments': 'arguments';
	readonly 'as': 'as';
	readonly 'asserts': 'asserts';
	readonly 'async': 'async';
	readonly 'await': 'await';
	readonly 'bigint': 'bigint';
	readonly 'boolean': 'boolean';
	readonly 'break': 'break';
	readonly 'case': 'case';
	readonly 'catch': 'catch';
	readonly 'class': 'class';
	readonly 'const': 'const';
	readonly 'constructor': 'constructor';
	readonly 'continue': 'continue';
	readonly 'debugger': 'debugger';
	readonly 'declare': 'declare';
	readonly 'default': 'default';
	readonly 'defer': 'defer';
	readonly 'delete': 'delete';
	readonly 'do': 'do';
	readonly 'else': 'else';
	readonly 'enum': 'enum';
	readonly 'eval': 'eval';
	readonly 'export': 'export';
	readonly 'extends': 'extends';
	readonly 'false': 'false';
	readonly 'finally': 'finally';
	readonly 'for': 'for';
	readonly 'from': 'from';
	readonly 'function': 'function';
	readonly 'get': 'get';
	readonly 'global': 'global';
	readonly 'globalThis': 'globalThis';
	readonly 'if': 'if';
	readonly 'implements': 'implements';
	readonly 'import': 'import';
	readonly 'in': 'in';
	readonly 'infer': 'infer';
	readonly 'instanceof': 'instanceof';
	readonly 'interface': 'interface';
	readonly 'intrinsic': 'intrinsic';
	readonly 'is': 'is';
	readonly 'keyof': 'keyof';
	readonly 'let': 'let';
	readonly 'module': 'module';
	readonly 'namespace': 'namespace';
	readonly 'never': 'never';
	readonly 'new': 'new';
	readonly 'null': 'null';
	readonly 'number': 'number';
	readonly 'object': 'object';
	readonly 'of': 'of';
	readonly 'out': 'out';
	readonly 'override': 'override';
	readonly 'package': 'package';
	readonly 'private': 'private';
	readonly 'protected': 'protected';
	readonly 'public': 'public';
	readonly 'readonly': 'readonly';
	readonly 'require': 'require';
	readonly 'return': 'return';
	readonly 'satisfies': 'satisfies';
	readonly 'set': 'set';
	readonly 'static': 'static';
	readonly 'string': 'string';
	readonly 'super': 'super';
	readonly 'switch': 'switch';
	readonly 'symbol': 'symbol';
	readonly 'this': 'this';
	readonly 'throw': 'throw';
	readonly 'true': 'true';
	readonly 'try': 'try';
	readonly 'type': 'type';
	readonly 'typeof': 'typeof';
	readonly 'undefined': 'undefined';
	readonly 'unique': 'unique';
	readonly 'unknown': 'unknown';
	readonly 'using': 'using';
	readonly 'var': 'var';
	readonly 'void': 'void';
	readonly 'while': 'while';
	readonly 'with': 'with';
	readonly 'yield': 'yield';
	readonly 'Array': 'Array';
	readonly 'Blob': 'Blob';
	readonly 'Call': 'Call';
	readonly 'CallOptions': 'CallOptions';
	readonly 'Date': 'Date';
	readonly 'Error': 'Error';
	readonly 'File': 'File';
	readonly 'FluidTypes': 'FluidTypes';
	readonly 'Function': 'Function';
	readonly 'HTTPValidationError': 'HTTPValidationError';
	readonly 'Infinity': 'Infinity';
	readonly 'JSON': 'JSON';
	readonly 'Map': 'Map';
	readonly 'NaN': 'NaN';
	readonly 'Object': 'Object';
	readonly 'Promise': 'Promise';
	readonly 'Record': 'Record';
	readonly 'Response': 'Response';
	readonly 'String': 'String';
	readonly 'Symbol': 'Symbol';
	readonly 'UrlOptions': 'UrlOptions';
	readonly 'body': 'body';
	readonly 'codec': 'codec';
	readonly 'configure': 'configure';
	readonly 'empty': 'empty';
	readonly 'fetch': 'fetch';
	readonly 'file': 'file';
	readonly 'hot': 'hot';
	readonly 'json': 'json';
	readonly 'options': 'options';
	readonly 'query': 'query';
	readonly 'response': 'response';
	readonly 'segment': 'segment';
	readonly 'text': 'text';
	readonly 'url': 'url';
	readonly 'import_meta': 'import_meta';
	readonly '__proto__': '__proto__';
	readonly 'prototype': 'prototype';
	readonly 'toString': 'toString';
	readonly 'hasOwnProperty': 'hasOwnProperty';
	readonly 'K': 'K';
	readonly 'T': 'T';
	readonly 'K_': 'K_';
	readonly '_': '_';
	readonly '$': '$';
	readonly 'Ünïcode': 'Ünïcode';
	readonly 'größe': 'größe';
	readonly '名前': '名前';
	readonly '𝒳': '𝒳';
};
export type EnumOfWords =
	| 'abstract'
	| 'accessor'
	| 'any'
	| 'arguments'
	| 'as'
	| 'asserts'
	| 'async'
	| 'await'
	| 'bigint'
	| 'boolean'
	| 'break'
	| 'case'
	| 'catch'
	| 'class'
	| 'const'
	| 'constructor'
	| 'continue'
	| 'debugger'
	| 'declare'
	| 'default'
	| 'defer'
	| 'delete'
	| 'do'
	| 'else'
	| 'enum'
	| 'eval'
	| 'export'
	| 'extends'
	| 'false'
	| 'finally'
	| 'for'
	| 'from'
	| 'function'
	| 'get'
	| 'global'
	| 'globalThis'
	| 'if'
	| 'implements'
	| 'import'
	| 'in'
	| 'infer'
	| 'instanceof'
	| 'interface'
	| 'intrinsic'
	| 'is'
	| 'keyof'
	| 'let'
	| 'module'
	| 'namespace'
	| 'never'
	| 'new'
	| 'null'
	| 'number'
	| 'object'
	| 'of'
	| 'out'
	| 'override'
	| 'package'
	| 'private'
	| 'protected'
	| 'public'
	| 'readonly'
	| 'require'
	| 'return'
	| 'satisfies'
	| 'set'
	| 'static'
	| 'string'
	| 'super'
	| 'switch'
	| 'symbol'
	| 'this'
	| 'throw'
	| 'true'
	| 'try'
	| 'type'
	| 'typeof'
	| 'undefined'
	| 'unique'
	| 'unknown'
	| 'using'
	| 'var'
	| 'void'
	| 'while'
	| 'with'
	| 'yield'
	| 'Array'
	| 'Blob'
	| 'Call'
	| 'CallOptions'
	| 'Date'
	| 'Error'
	| 'File'
	| 'FluidTypes'
	| 'Function'
	| 'HTTPValidationError'
	| 'Infinity'
	| 'JSON'
	| 'Map'
	| 'NaN'
	| 'Object'
	| 'Promise'
	| 'Record'
	| 'Response'
	| 'String'
	| 'Symbol'
	| 'UrlOptions'
	| 'body'
	| 'codec'
	| 'configure'
	| 'empty'
	| 'fetch'
	| 'file'
	| 'hot'
	| 'json'
	| 'options'
	| 'query'
	| 'response'
	| 'segment'
	| 'text'
	| 'url'
	| 'import_meta'
	| '__proto__'
	| 'prototype'
	| 'toString'
	| 'hasOwnProperty'
	| 'K'
	| 'T'
	| 'K_'
	| '_'
	| '$'
	| 'Ünïcode'
	| 'größe'
	| '名前'
	| '𝒳';
export interface Error {
	'Error': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface File {
	'File': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface FluidTypes {
	'FluidTypes': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Function {
	'Function': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface HTTPValidationError {
	'HTTPValidationError': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Infinity {
	'Infinity': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface JSON {
	'JSON': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface K {
	'K': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface K_ {
	'K_': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Map {
	'Map': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface NaN {
	'NaN': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Object {
	'Object': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Promise {
	'Promise': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Record {
	'Record': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Response {
	'Response': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface String {
	'String': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Symbol {
	'Symbol': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface T {
	'T': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface UrlOptions {
	'UrlOptions': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface __0d0ca9 {
	'_': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface __proto__ {
	'__proto__': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface abstract_ {
	'abstract': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface accessor {
	'accessor': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface any_ {
	'any': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface arguments_ {
	'arguments': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface as_ {
	'as': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface asserts_ {
	'asserts': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface async {
	'async': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface await_ {
	'await': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface bigint_ {
	'bigint': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface body {
	'body': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface boolean_ {
	'boolean': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface break_ {
	'break': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface case_ {
	'case': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface catch_ {
	'catch': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface class_ {
	'class': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface codec {
	'codec': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface configure {
	'configure': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface const_ {
	'const': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface constructor {
	'constructor': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface continue_ {
	'continue': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface debugger_ {
	'debugger': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface declare {
	'declare': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface default_ {
	'default': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface defer {
	'defer': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface delete_ {
	'delete': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface do_ {
	'do': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface else_ {
	'else': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface empty {
	'empty': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface enum_ {
	'enum': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface eval_ {
	'eval': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface export_ {
	'export': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface extends_ {
	'extends': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface false_ {
	'false': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface fetch {
	'fetch': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface file {
	'file': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface finally_ {
	'finally': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface for_ {
	'for': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface from {
	'from': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface function_ {
	'function': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface get {
	'get': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface global {
	'global': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface globalThis_ {
	'globalThis': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface größe {
	'größe': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface hasOwnProperty {
	'hasOwnProperty': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface hot {
	'hot': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface if_ {
	'if': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface implements_ {
	'implements': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface import_ {
	'import': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface import_meta {
	'import_meta': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface in_ {
	'in': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface infer_ {
	'infer': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface instanceof_ {
	'instanceof': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface interface_ {
	'interface': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface intrinsic_ {
	'intrinsic': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface is_ {
	'is': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface json {
	'json': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface keyof_ {
	'keyof': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface let_ {
	'let': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface module {
	'module': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface namespace {
	'namespace': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface never_ {
	'never': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface new_ {
	'new': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface null_ {
	'null': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface number_ {
	'number': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface object_ {
	'object': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface of {
	'of': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface options {
	'options': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface out {
	'out': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface override {
	'override': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface package_ {
	'package': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface private_ {
	'private': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface protected_ {
	'protected': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface prototype {
	'prototype': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface public_ {
	'public': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface query {
	'query': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface readonly_ {
	'readonly': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface require {
	'require': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface response {
	'response': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface return_ {
	'return': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface satisfies {
	'satisfies': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface segment {
	'segment': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface set {
	'set': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface static_ {
	'static': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface string_ {
	'string': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface super_ {
	'super': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface switch_ {
	'switch': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface symbol_ {
	'symbol': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface text {
	'text': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface this_ {
	'this': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface throw_ {
	'throw': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface toString {
	'toString': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface true_ {
	'true': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface try_ {
	'try': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface type {
	'type': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface typeof_ {
	'typeof': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface undefined_ {
	'undefined': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface unique_ {
	'unique': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface unknown_ {
	'unknown': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface url {
	'url': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface using {
	'using': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface var_ {
	'var': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface void_ {
	'void': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface while_ {
	'while': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface with_ {
	'with': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface yield_ {
	'yield': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface Ünïcode {
	'Ünïcode': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface 名前 {
	'名前': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
export interface 𝒳 {
	'𝒳': { [key: string]: K };
	'when': { [key: string]: string };
	'generic': Box<T>;
}
