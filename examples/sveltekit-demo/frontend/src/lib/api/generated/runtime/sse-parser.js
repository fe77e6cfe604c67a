/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// A push parser for server-sent events: text goes in as it arrives, events come out.
//
// Quotes are from https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
const LF = 10;
const SPACE = 32;
const COLON = 58;
const E = 101;
const I = 105;
const R = 114;
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
export function createParser(block, comment, retry, id = '') {
	/** The unfinished line at the end of what came so far. */
	let rest = '';
	/** The last character was a CR: an LF that comes next belongs to it. */
	let afterReturn = false;
	let type = '';
	/** Undefined before the first line of data, as an event may have one that is empty. */
	let data;
	function feed(text) {
		// The line before the CR has been read: it had ended, and its event must not wait.
		let start = afterReturn && text.charCodeAt(0) === LF ? 1 : 0;
		if (text) afterReturn = false;
		// Each is searched for again only once it is passed: a single CR in a piece doesn't have the
		// rest searched for a second one at every line.
		let cr = text.indexOf('\r', start);
		let lf = text.indexOf('\n', start);
		for (let end; (end = cr < 0 || (lf >= 0 && lf < cr) ? lf : cr) >= 0;) {
			let next = end + 1;
			if (end === cr) {
				if (next === lf) next++;
				else if (next === text.length) afterReturn = true;
			}
			if (rest) {
				const line = rest + text.slice(start, end);
				rest = '';
				readLine(line, 0, line.length);
			} else if (isData(text, start)) {
				const value = valueAt(text, start + 5, end);
				// A short way for the most frequent event, one line of data.
				if (data === undefined && end === lf && text.charCodeAt(next) === LF) {
					block(type || 'message', value, id);
					type = '';
					next++;
				} else append(value);
			} else if (isEvent(text, start)) type = valueAt(text, start + 6, end);
			else readLine(text, start, end);
			start = next;
			if (lf >= 0 && lf < start) lf = text.indexOf('\n', start);
			if (cr >= 0 && cr < start) cr = text.indexOf('\r', start);
		}
		// Engines append without copying, so a long line in small pieces stays linear.
		rest += text.slice(start);
	}
	function readLine(text, start, end) {
		// "If the line is empty (a blank line), dispatch the event"
		if (start === end) {
			block(type || 'message', data, id);
			data = undefined;
			type = '';
			return;
		}
		const first = text.charCodeAt(start);
		// "If the line starts with a U+003A COLON character (:), ignore the line."
		if (first === COLON) return comment();
		// "Field names must be compared literally, with no case folding performed."
		const name = first === E ? 'event' : first === I ? 'id' : first === R ? 'retry' : 'data';
		let at = start + name.length;
		// "Otherwise, … use the whole line as the field name, and the empty string as the field
		// value."
		if (!text.startsWith(name, start) || (at < end && text.charCodeAt(at++) !== COLON)) return;
		const value = valueAt(text, at, end);
		if (first === E) type = value;
		// "If the field value does not contain U+0000 NULL, then set the last event ID buffer to
		// the field value. Otherwise, ignore the field."
		else if (first === I) id = value.includes('\0') ? id : value;
		else if (first !== R) append(value);
		// "If the field value consists of only ASCII digits …. Otherwise, ignore the field."
		else if (/^\d+$/.test(value)) retry(+value);
	}
	function append(value) {
		data = data === undefined ? value : data + '\n' + value;
	}
	return feed;
}
/** Whether this line starts with "data:". Comparing codes is the fastest way to see that. */
const isData = (text, start) =>
	text.charCodeAt(start) === 100 &&
	text.charCodeAt(start + 1) === 97 &&
	text.charCodeAt(start + 2) === 116 &&
	text.charCodeAt(start + 3) === 97 &&
	text.charCodeAt(start + 4) === COLON;
/** Whether this line starts with "event:". */
const isEvent = (text, start) =>
	text.charCodeAt(start) === E &&
	text.charCodeAt(start + 1) === 118 &&
	text.charCodeAt(start + 2) === E &&
	text.charCodeAt(start + 3) === 110 &&
	text.charCodeAt(start + 4) === 116 &&
	text.charCodeAt(start + 5) === COLON;
/** "If value starts with a U+0020 SPACE character, remove it from value." */
const valueAt = (text, at, end) => text.slice(text.charCodeAt(at) === SPACE ? at + 1 : at, end);
