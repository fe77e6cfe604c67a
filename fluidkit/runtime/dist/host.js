/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// What the runtime knows about the process that it runs in, where it runs in one.
import { backendUrl, prefix } from '../settings.js';
const host = () => globalThis.process;
/** Whether this is Node, or calls itself so: a server, a script, a test with a simulated DOM. */
export const node = () => !!host()?.versions?.node;
/**
 * Whether a server renders a page or answers a request.
 *
 * Not in Vitest, though Vite says SSR there as well: importing SvelteKit's side takes seconds.
 */
export const rendering = () => !!import.meta.env?.SSR && !host()?.env?.VITEST;
/**
 * Where the app is, seen from a server; `platform` has more variables.
 *
 * The app's own variable comes first, for a front end may have several: FLUIDKIT_URL_BILLING where the
 * prefix is "/billing".
 */
export function backend(platform) {
	const env = { ...platform, ...host()?.env };
	const own = 'FLUIDKIT_URL' + prefix.replace(/\W+/g, '_').toUpperCase();
	return env[own] || env.FLUIDKIT_URL || backendUrl;
}
/** Find out how a call leaves the server. */
export async function located(options, configuration) {
	if (!rendering()) return direct(options, configuration);
	return (await import('./kit-server.js')).located(options, configuration);
}
/** Straight to the app. */
export const direct = async (options, configuration) => ({
	...options,
	baseUrl: options.baseUrl ?? configuration.baseUrl ?? backend()
});
