/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// A push parser for server-sent events: text goes in as it arrives, events come out.
//
// Quotes are from https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
const LF = 10;
const SPACE = 32;
/**
 * Makes the parser for one connection.
 *
 * The text comes from a streaming `TextDecoder`, which takes off the one BOM that is allowed.
 * `id` is the last event ID of the connection before: browsers, too, keep it until the server
 * sends another.
 */
export function createParser(on, id = '') {
	/** The unfinished line at the end of what came so far. */
	let rest = '';
	/** The last character was a CR: an LF that comes next belongs to it. */
	let afterCr = false;
	let data = '';
	/** Apart from `data`, as "data:" alone is an event with empty data. */
	let hasData = false;
	let type = '';
	let lastId = id;
	function feed(text) {
		// The second half of a CRLF that was cut: the line itself has been read by now, since a
		// lone CR ends a line as well and its event must not wait for the next chunk.
		let start = afterCr && text.charCodeAt(0) === LF ? 1 : 0;
		if (text) afterCr = false;
		let lf = text.indexOf('\n', start);
		let cr = text.indexOf('\r', start);
		if (lf < 0 && cr < 0) {
			// Engines append without copying, so a long line in small chunks stays linear.
			rest += start ? text.slice(1) : text;
			return;
		}
		if (rest) {
			const offset = rest.length - start;
			text = rest + text.slice(start);
			if (lf >= 0) lf += offset;
			if (cr >= 0) cr += offset;
			rest = '';
			start = 0;
		}
		// Each of the two positions is looked for again only once it is passed, else a chunk with
		// a single CR would be searched to its end for every line.
		while (lf >= 0 || cr >= 0) {
			if (cr < 0 || (lf >= 0 && lf < cr)) {
				readLine(text, start, lf);
				start = lf + 1;
			} else {
				readLine(text, start, cr);
				start = cr + 1;
				if (start === lf) start++;
				else if (start === text.length) afterCr = true;
				cr = text.indexOf('\r', start);
			}
			if (lf >= 0 && lf < start) lf = text.indexOf('\n', start);
		}
		rest = text.slice(start);
	}
	function readLine(text, start, end) {
		// "If the line is empty (a blank line), dispatch the event"
		if (start === end) return dispatch();
		// Nearly every line is one of data; comparing codes is the fastest way to see that.
		if (
			text.charCodeAt(start) === 100 &&
			text.charCodeAt(start + 1) === 97 &&
			text.charCodeAt(start + 2) === 116 &&
			text.charCodeAt(start + 3) === 97 &&
			text.charCodeAt(start + 4) === 58
		) {
			return append(text.slice(start + (text.charCodeAt(start + 5) === SPACE ? 6 : 5), end));
		}
		const line = text.slice(start, end);
		const colon = line.indexOf(':');
		// "If the line starts with a U+003A COLON character (:), ignore the line."
		if (colon === 0) return on.comment();
		// "Otherwise, … use the whole line as the field name, and the empty string as the field
		// value."
		if (colon < 0) return readField(line, '');
		// "If value starts with a U+0020 SPACE character, remove it from value."
		const value = line.slice(line.charCodeAt(colon + 1) === SPACE ? colon + 2 : colon + 1);
		readField(line.slice(0, colon), value);
	}
	/** "Field names must be compared literally, with no case folding performed." */
	function readField(name, value) {
		if (name === 'data') append(value);
		else if (name === 'event') type = value;
		// "If the field value does not contain U+0000 NULL, then set the last event ID buffer to
		// the field value. Otherwise, ignore the field."
		else if (name === 'id') id = value.includes('\0') ? id : value;
		// "If the field value consists of only ASCII digits …. Otherwise, ignore the field."
		else if (name === 'retry' && /^[0-9]+$/.test(value)) on.retry(+value);
	}
	function append(value) {
		data = hasData ? data + '\n' + value : value;
		hasData = true;
	}
	function dispatch() {
		// "Set the last event ID string of the event source to the value of the last event ID
		// buffer", whether or not there is data.
		lastId = id;
		if (hasData) on.event(type || 'message', data, id);
		data = type = '';
		hasData = false;
	}
	return { feed, lastEventId: () => lastId };
}
