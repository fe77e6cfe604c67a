/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { RequestEvent } from './kit.js';
import type { CallOptions, Configuration } from './types.js';
/** Variables, as a process or a platform has them. */
export type Environment = {
	readonly [name: string]: string | undefined;
};
/** What a caller wants, completed by how a call leaves the server. */
export type Located = CallOptions & {
	/** The request that is being answered. */
	event?: RequestEvent;
};
/** Whether this is Node, or calls itself so: a server, a script, a test with a simulated DOM. */
export declare const node: () => boolean;
/**
 * Whether a server renders a page or answers a request.
 *
 * Not in Vitest, though Vite says SSR there as well: importing SvelteKit's side takes seconds.
 */
export declare const rendering: () => boolean;
/**
 * Where the app is, seen from a server; `platform` has more variables.
 *
 * The app's own variable comes first, for a front end may have several: FLUIDKIT_URL_BILLING where the
 * prefix is "/billing".
 */
export declare function backend(platform?: Environment): string;
/** Find out how a call leaves the server. */
export declare function located(
	options: CallOptions,
	configuration: Configuration
): Promise<Located>;
/** Straight to the app. */
export declare const direct: (
	options: CallOptions,
	configuration: Configuration
) => Promise<Located>;
