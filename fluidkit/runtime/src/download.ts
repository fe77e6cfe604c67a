// Files: one answer that is taken whole, with its name and its progress.

import { call } from './call.js';
import { fileName } from './disposition.js';
import { type Codec, define, type Operation } from './request.js';
import { headerOf } from './stream.js';
import type { CallOptions } from './types.js';

/** How far a download has come, in bytes. */
export interface Progress {
	loaded: number;
	/** Undefined where the server doesn't say, or compresses what it sends. */
	total: number | undefined;
}

/** What a download accepts beside its own optional parameters. */
export interface DownloadOptions extends CallOptions {
	/** Called at the start and with each piece that arrives. */
	onProgress?: ((progress: Progress) => unknown) | undefined;
}

/** An operation that answers with a file. */
export const file = (
	method: string,
	path: string,
	required?: readonly Codec[],
	optional?: { readonly [name: string]: Codec }
) =>
	define(method, path, required, optional, (operation) =>
		call(operation, (response) => read(operation, response))
	);

async function read(operation: Operation, response: Response): Promise<File> {
	const parts = await partsOf(response, (operation.options as DownloadOptions).onProgress);
	const name = fileName(headerOf(response, 'content-disposition')) ?? lastSegment(operation.url());
	return new File(parts, name, { type: headerOf(response, 'content-type') ?? '' });
}

async function partsOf(
	response: Response,
	onProgress: DownloadOptions['onProgress']
): Promise<BlobPart[]> {
	// SvelteKit's response in a universal `load` has this method, but not `blob()`.
	if (!onProgress || !response.body) return [await response.arrayBuffer()];
	const length = headerOf(response, 'content-length');
	const total = /^(identity)?$/.test(headerOf(response, 'content-encoding') ?? '') ? length : null;
	const reader = response.body.getReader();
	const parts: BlobPart[] = [];
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
function lastSegment(url: string): string {
	const name = url
		.replace(/[?#].*/, '')
		.split('/')
		.pop()!;
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
