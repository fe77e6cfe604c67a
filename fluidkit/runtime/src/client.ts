// What generated modules import.

import { call } from './call.js';
import { type Codec, define } from './request.js';

export * from './codecs.js';
export { ApiError } from './errors.js';
export { configure } from './configure.js';
export type * from './types.js';

type Required = readonly Codec[];
type Optional = { readonly [name: string]: Codec };

/** An operation that answers JSON; no body is `undefined`. */
export const json = /* @__NO_SIDE_EFFECTS__ */ (
	method: string,
	path: string,
	required?: Required,
	optional?: Optional
) =>
	define(method, path, required, optional, (operation) =>
		call(operation, async (response): Promise<unknown> => {
			const text = await response.text();
			if (text) return JSON.parse(text);
			return undefined;
		})
	);

/** An operation that answers text. */
export const text = /* @__NO_SIDE_EFFECTS__ */ (
	method: string,
	path: string,
	required?: Required,
	optional?: Optional
) =>
	define(method, path, required, optional, (operation) =>
		call(operation, (response) => response.text())
	);

/** An operation that answers nothing. */
export const empty = /* @__NO_SIDE_EFFECTS__ */ (
	method: string,
	path: string,
	required?: Required,
	optional?: Optional
) =>
	define(method, path, required, optional, (operation) =>
		call(operation, async (response): Promise<undefined> => {
			// Read whatever there is, for the connection to be free again.
			await response.text();
		})
	);

/** An operation whose response is handed over as it is, its body unread. */
export const response = /* @__NO_SIDE_EFFECTS__ */ (
	method: string,
	path: string,
	required?: Required,
	optional?: Optional
) =>
	define(method, path, required, optional, (operation) =>
		call(operation, async (received) => received)
	);

/** Let the functions of earlier versions of a module do what the newest version says. */
export function hot(
	data: { earlier?: Map<string, object[]> },
	functions: { [name: string]: object }
): void {
	const earlier = (data.earlier ??= new Map<string, object[]>());
	for (const [name, newest] of Object.entries(functions)) {
		const known = earlier.get(name) ?? [];
		for (const wrapper of known) Object.assign(wrapper, newest);
		earlier.set(name, [...known, newest]);
	}
}
