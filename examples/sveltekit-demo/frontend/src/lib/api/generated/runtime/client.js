/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// What generated modules import.
import { call } from './call.js';
import { define } from './request.js';
export * from './codecs.js';
export { ApiError } from './errors.js';
export { configure } from './configure.js';
/** An operation that answers JSON; no body is `undefined`. */
export const json = /* @__NO_SIDE_EFFECTS__ */ (method, path, required, optional) =>
	define(method, path, required, optional, (operation) =>
		call(operation, async (response) => {
			const text = await response.text();
			if (text) return JSON.parse(text);
			return undefined;
		})
	);
/** An operation that answers text. */
export const text = /* @__NO_SIDE_EFFECTS__ */ (method, path, required, optional) =>
	define(method, path, required, optional, (operation) =>
		call(operation, (response) => response.text())
	);
/** An operation that answers nothing. */
export const empty = /* @__NO_SIDE_EFFECTS__ */ (method, path, required, optional) =>
	define(method, path, required, optional, (operation) =>
		call(operation, async (response) => {
			// Read whatever there is, for the connection to be free again.
			await response.text();
		})
	);
/** An operation whose response is handed over as it is, its body unread. */
export const response = /* @__NO_SIDE_EFFECTS__ */ (method, path, required, optional) =>
	define(method, path, required, optional, (operation) =>
		call(operation, async (received) => received)
	);
/** Let the functions of earlier versions of a module do what the newest version says. */
export function hot(data, functions) {
	const earlier = (data.earlier ??= new Map());
	for (const [name, newest] of Object.entries(functions)) {
		const known = earlier.get(name) ?? [];
		for (const wrapper of known) Object.assign(wrapper, newest);
		earlier.set(name, [...known, newest]);
	}
}
