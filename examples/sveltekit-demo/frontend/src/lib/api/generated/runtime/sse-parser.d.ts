/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

/**
 * Make what takes the pieces of one connection's stream, cut anywhere.
 *
 * The text comes from a streaming `TextDecoder`, which takes off the one BOM that is allowed.
 *
 * - `block` is called at each blank line, with the last event ID as of then; data are undefined if
 *   the block has none and is no event. `type` is "message" where the server gave none.
 * - `comment` is called for each comment: servers send them as a sign of life.
 * - `retry` gets the reconnection time in milliseconds, as large as the server wrote it.
 * - `id` is the last event ID of the connection before: like browsers, the parser keeps it until
 *   the server sends another.
 */
export declare function createParser(
	block: (type: string, data: string | undefined, lastEventId: string) => void,
	comment: () => void,
	retry: (milliseconds: number) => void,
	id?: string
): (text: string) => void;
