/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import { type Codec } from './request.js';
export * from './codecs.js';
export { ApiError } from './errors.js';
export { configure } from './configure.js';
export type * from './types.js';
type Required = readonly Codec[];
type Optional = {
	readonly [name: string]: Codec;
};
/** An operation that answers JSON; no body is `undefined`. */
export declare const json: (
	method: string,
	path: string,
	required?: Required,
	optional?: Optional
) => import('./request.js').OperationFunction<import('./types.js').Call<unknown, {}>>;
/** An operation that answers text. */
export declare const text: (
	method: string,
	path: string,
	required?: Required,
	optional?: Optional
) => import('./request.js').OperationFunction<import('./types.js').Call<string, {}>>;
/** An operation that answers nothing. */
export declare const empty: (
	method: string,
	path: string,
	required?: Required,
	optional?: Optional
) => import('./request.js').OperationFunction<import('./types.js').Call<undefined, {}>>;
/** An operation whose response is handed over as it is, its body unread. */
export declare const response: (
	method: string,
	path: string,
	required?: Required,
	optional?: Optional
) => import('./request.js').OperationFunction<import('./types.js').Call<Response, {}>>;
/** Let the functions of earlier versions of a module do what the newest version says. */
export declare function hot(
	data: {
		earlier?: Map<string, object[]>;
	},
	functions: {
		[name: string]: object;
	}
): void;
