// Files: one answer that is taken whole, with its name and its progress.
import { call } from './call.js';
import { headerOf } from './connection.js';
import { fileName } from './disposition.js';
import { define } from './request.js';
/** An operation that answers with a file. */
export const file = (method, path, required, optional) => define(method, path, required, optional, (operation) => call(operation, (response) => read(operation, response)));
async function read(operation, response) {
    const parts = await partsOf(response, operation.options.onProgress);
    const name = fileName(headerOf(response, 'content-disposition')) ?? lastSegment(operation.url());
    return new File(parts, name, { type: headerOf(response, 'content-type') ?? '' });
}
async function partsOf(response, onProgress) {
    // SvelteKit's response in a universal `load` has this method, but not `blob()`.
    if (!onProgress || !response.body)
        return [await response.arrayBuffer()];
    const compressed = headerOf(response, 'content-encoding');
    const length = compressed ? 0 : Number(headerOf(response, 'content-length'));
    const reader = response.body.getReader();
    const parts = [];
    for (let loaded = 0;;) {
        await onProgress({ loaded, total: length || undefined });
        const { done, value } = await reader.read();
        if (done)
            return parts;
        parts.push(value);
        loaded += value.length;
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
    }
    catch {
        return name;
    }
}
