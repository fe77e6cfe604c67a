/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// Lines of a text that arrives in pieces.
/**
 * Make what splits text at LF and CRLF, wherever it is cut.
 *
 * It returns the lines that a piece completes; `undefined`, the end, completes a last line that is
 * not empty.
 */
export function createSplitter() {
	let rest = '';
	return (text = rest && '\n') => {
		// Engines append without copying, so a long line in small pieces stays linear: only what is
		// new is searched.
		if (!text.includes('\n')) {
			rest += text;
			return [];
		}
		const lines = (rest + text).split('\n');
		rest = lines.pop();
		return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
	};
}
