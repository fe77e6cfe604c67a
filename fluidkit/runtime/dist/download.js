/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// Files: one answer that is taken whole, with its name and its progress.
import { call } from './call.js';
import { fileName } from './disposition.js';
import { define } from './request.js';
import { headerOf } from './stream.js';
/** An operation that answers with a file. */
export const file = (method, path, required, optional) =>
	define(method, path, required, optional, (operation) =>
		call(operation, (response) => read(operation, response))
	);
async function read(operation, response) {
	const parts = await partsOf(response, operation.options.onProgress);
	const name = fileName(headerOf(response, 'content-disposition')) ?? lastSegment(operation.url());
	return new File(parts, name, { type: headerOf(response, 'content-type') ?? '' });
}
async function partsOf(response, onProgress) {
	// SvelteKit's response in a universal `load` has this method, but not `blob()`.
	if (!onProgress || !response.body) return [await response.arrayBuffer()];
	const length = headerOf(response, 'content-length');
	const total = /^(identity)?$/.test(headerOf(response, 'content-encoding') ?? '') ? length : null;
	const reader = response.body.getReader();
	const parts = [];
	try {
		for (let loaded = 0; ;) {
			await onProgress({ loaded, total: total ? Number(total) : undefined });
			const { done, value } = await reader.read();
			if (done) return parts;
			parts.push(value);
			loaded += value.length;
		}
	} catch (error) {
		// Not awaited: in a universal `load` that would never settle.
		reader.cancel().catch(() => {});
		throw error;
	}
}
/** The name for a file that was given none. */
function lastSegment(url) {
	const name = url
		.replace(/[?#].*/, '')
		.split('/')
		.pop();
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
