/* eslint-disable */
// Types of shop/models.py, written by FluidKit: edits are overwritten.
import type { FluidTypes } from './runtime/client.js';

export interface Filter {
	'role'?: Role | undefined;
	'created-since'?: FluidTypes.DateTime | undefined;
}
export type Json = string | number | boolean | Json[] | { [key: string]: Json } | null;
export interface NotFound {
	'detail': { 'missing': number };
}
export interface Notification {
	'kind': 'notification';
	'message': string;
	'level': Priority;
	'payload': Json;
}
/** One page of a list. */
export interface Page<T> {
	'items': T[];
	/** How many there are in all. At least 0 */
	'total': number;
}
/** How loud. */
export declare const Priority: { readonly 'LOW': -1; readonly 'HIGH': 1 };
export type Priority = -1 | 1;
export declare const Role: { readonly 'admin': 'admin'; readonly 'guest': 'guest' };
export type Role = 'admin' | 'guest';
export type Shape =
	| { 'type': 'circle'; 'radius': number }
	| { 'type': 'path'; 'points': [number, number?][] };
export interface Tree {
	'children': Tree[];
	'marks': [string, ...(number | null)[]];
	[key: string]: number | Tree[] | [string, ...(number | null)[]];
}
/** Somebody who may log in. */
export interface User {
	'id': number;
	/** As people see it. */
	'name': string;
	'role': Role;
	'createdAt': FluidTypes.DateTime;
	'balance': FluidTypes.Decimal;
	'quota': number | null;
	'rights': { [K in Role]?: boolean };
	'avatar': Shape | null;
	'tree': Tree;
	/** Name and role. */
	readonly 'label': string;
}
/** Somebody who may log in. */
export interface UserInput {
	/** As people see it. */
	'name': string;
	/** Default: Role.guest */
	'role'?: Role | undefined;
	'balance': FluidTypes.Decimal | FluidTypes.Decimal<number>;
}
//# sourceMappingURL=models.d.ts.map
