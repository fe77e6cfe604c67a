import { type Operation } from './request.js';
import type { HeaderValues } from './types.js';
export type Connection = ReturnType<typeof createConnection>;
/**
 * Make the connection of a stream. Whatever goes wrong with it is an ApiError.
 *
 * Nothing that it waits for can hold it back from being closed, for a `fetch` may ignore its
 * signal, and `reader.cancel()` need not settle.
 */
export declare function createConnection({ name, options: { timeout }, url, send }: Operation): {
    wait: <V>(something: PromiseLike<V>, limit?: number) => Promise<V>;
    /** Send the request. An answer that is an error is thrown. */
    open(headers: HeaderValues, passing?: (status: number) => boolean): Promise<Response>;
    /** The next piece of text; undefined at the end. */
    read(limit?: number): Promise<string | undefined>;
    /** End the attempt: aborting surely does it; `cancel` is for a `fetch` without signals. */
    disconnect(): void;
};
/** A header; undefined in a universal `load`, where SvelteKit lets none be read. */
export declare function headerOf(response: Response | undefined, name: string): string | null | undefined;
