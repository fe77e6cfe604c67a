/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

/** What a parser tells, in the order of the stream. */
export interface ParserEvents {
	/** An event; `type` is "message" where the server gave none. */
	event(type: string, data: string, lastEventId: string): void;
	/** A line that starts with a colon: servers send them as a sign of life. */
	comment(): void;
	/** A reconnection time in milliseconds, as large as the server wrote it. */
	retry(milliseconds: number): void;
}
/** The parser of one connection. */
export interface Parser {
	/** Takes a piece of the decoded stream, cut anywhere. */
	feed(text: string): void;
	/** The last event ID as of the last blank line. */
	lastEventId(): string;
}
/**
 * Makes the parser for one connection.
 *
 * The text comes from a streaming `TextDecoder`, which takes off the one BOM that is allowed.
 * `id` is the last event ID of the connection before: browsers, too, keep it until the server
 * sends another.
 */
export declare function createParser(on: ParserEvents, id?: string): Parser;
