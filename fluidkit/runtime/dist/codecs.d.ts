/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import { type Codec } from './request.js';
/**
 * One segment of the path.
 *
 * URL parsers resolve "." and ".." in every spelling, "%2e" too; servers decode "%2F" before they
 * look for the route. An encoded text has no "$" that `replace` could take for a pattern.
 */
export declare const segment: (name: string) => Codec;
/** The rest of the path, its slashes kept. */
export declare const rest: (name: string) => Codec;
/**
 * A placeholder with only `between` between it and another one, to which a server gives all up to the
 * last such text: there must be none in the value.
 */
export declare const behind: (name: string, between: string, codec: Codec) => Codec;
/** A query parameter. */
export declare const query: (name: string) => Codec;
/** Each key of an object as a query parameter. */
export declare const queries: Codec;
/** A header. `fetch` joins several of one name with commas, and takes the blanks off both ends. */
export declare const header: (name: string) => Codec;
/** Each key of an object as a header. */
export declare const headers: Codec;
/** A cookie. Browsers send their own and ignore this one. */
export declare const cookie: (name: string) => Codec;
/** Each key of an object as a cookie. */
export declare const cookies: Codec;
/** The body, as JSON. */
export declare const body: Codec;
/** The body, as JSON that has another media type. */
export declare const bodyAs: (type: string) => Codec;
/** One key of a JSON body. */
export declare const field: (name: string) => Codec;
/** A field of an urlencoded form. */
export declare const form: (name: string) => Codec;
/** Each key of an object as a field of an urlencoded form. */
export declare const forms: Codec;
/**
 * A field or a file of a multipart form.
 *
 * `FormData` would make CR LF of every line end in a text, and "%22" of a quote in a file's name,
 * and no server undoes that.
 */
export declare const part: (name: string) => Codec;
/** Each key of an object as a field or a file of a multipart form. */
export declare const parts: Codec;
/** The body as it is. */
export declare const raw: (type: string) => Codec;
