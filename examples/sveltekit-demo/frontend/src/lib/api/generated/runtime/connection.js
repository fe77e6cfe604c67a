// One stream's way to the server: attempt after attempt, each with an end that is certain.
import { occupy } from './development.js';
import { ApiError, failure } from './errors.js';
import { configuration } from './request.js';
/** The longest time that a timer takes; with a longer one it would go off at once. */
const LONGEST = 2 ** 31 - 1;
/**
 * Make the connection of a stream. Whatever goes wrong with it is an ApiError.
 *
 * Nothing that it waits for can hold it back from being closed, for a `fetch` may ignore its
 * signal, and `reader.cancel()` need not settle.
 */
export function createConnection({ name, options: { timeout }, url, send }) {
    let controller;
    let body;
    let reader;
    let decoder;
    let release;
    let interrupt;
    /** Wait for something until the connection is closed, and no more than `limit` ms if > 0. */
    const wait = (something, limit) => {
        let timer;
        return new Promise((resolve, reject) => {
            interrupt = (cause) => reject(cause instanceof ApiError ? cause : new ApiError(name, cause));
            if (limit)
                timer = setTimeout(interrupt, Math.min(limit, LONGEST), 'timed out');
            something.then(resolve, interrupt);
        }).finally(() => clearTimeout(timer));
    };
    return {
        wait,
        /** Send the request. An answer that is an error is thrown. */
        async open(headers, 
        /** Which failures, by status, the configured hook is not told of. */
        passing) {
            controller = new AbortController();
            decoder = new TextDecoder();
            // Throws if the arguments can't be sent: that is no failure of the connection.
            const address = url();
            if (import.meta.env?.DEV)
                release = occupy(address);
            const init = {
                signal: controller.signal,
                headers: headers ?? {},
                cache: 'no-store'
            };
            const response = await wait(configuration.attend(name, () => send(init), passing), timeout);
            if (!response.ok)
                throw await wait(failure(name, response));
            body = response.body;
            return response;
        },
        /** The next piece of text; undefined at the end. */
        async read(limit) {
            if (!body)
                return undefined;
            reader ??= body.getReader();
            const { done, value } = await wait(reader.read(), limit);
            if (!done)
                return decoder.decode(value, { stream: true });
            reader = body = undefined;
            // What the decoder held back of a cut character.
            return decoder.decode();
        },
        /** End the attempt: aborting surely does it; `cancel` is for a `fetch` without signals. */
        disconnect() {
            interrupt?.('closed');
            controller?.abort();
            (reader ?? body)?.cancel().catch(() => { });
            reader = body = undefined;
            if (import.meta.env?.DEV)
                release?.();
        }
    };
}
/** A header; undefined in a universal `load`, where SvelteKit lets none be read. */
export function headerOf(response, name) {
    try {
        return response?.headers.get(name);
    }
    catch {
        return undefined;
    }
}
