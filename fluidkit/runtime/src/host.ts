// What the runtime knows about the process that it runs in, where it runs in one.

import { backendUrl, prefix } from '../settings.js';
import type { RequestEvent } from './kit.js';
import type { CallOptions, Configuration } from './types.js';

/** Variables, as a process or a platform has them. */
export type Environment = { readonly [name: string]: string | undefined };

interface Process {
	readonly env?: Environment;
	readonly versions?: { readonly node?: string };
}

/** What a caller wants, completed by how a call leaves the server. */
export type Located = CallOptions & {
	/** The request that is being answered. */
	event?: RequestEvent;
};

const host = (): Process | undefined => (globalThis as { process?: Process }).process;

/** Whether this is Node, or calls itself so: a server, a script, a test with a simulated DOM. */
export const node = (): boolean => !!host()?.versions?.node;

/**
 * Whether a server renders a page or answers a request.
 *
 * Not in Vitest, though Vite says SSR there as well: importing SvelteKit's side takes seconds.
 */
export const rendering = (): boolean => !!import.meta.env?.SSR && !host()?.env?.VITEST;

/**
 * Where the app is, seen from a server; `platform` has more variables.
 *
 * The app's own variable comes first, for a front end may have several: FLUIDKIT_URL_BILLING where the
 * prefix is "/billing".
 */
export function backend(platform?: Environment): string {
	const env = { ...platform, ...host()?.env };
	const own = 'FLUIDKIT_URL' + prefix.replace(/\W+/g, '_').toUpperCase();
	return env[own] || env.FLUIDKIT_URL || backendUrl;
}

/** Find out how a call leaves the server. */
export async function located(
	options: CallOptions,
	configuration: Configuration
): Promise<Located> {
	if (!rendering()) return direct(options, configuration);
	return (await import('./kit-server.js')).located(options, configuration);
}

/** Straight to the app. */
export const direct = async (
	options: CallOptions,
	configuration: Configuration
): Promise<Located> => ({
	...options,
	baseUrl: options.baseUrl ?? configuration.baseUrl ?? backend()
});
