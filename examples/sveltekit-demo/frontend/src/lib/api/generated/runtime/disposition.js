/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// The file name in a Content-Disposition header.
//
// https://www.rfc-editor.org/rfc/rfc6266 (the header), https://www.rfc-editor.org/rfc/rfc8187
// (names that aren't ASCII)
/** `name=value` or `name="value"`, one after the other. */
const PARAMETER = /;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\[^])*)"?|([^;]*))/g;
/** The name that the server gives a file, without any folder; undefined if it gives none. */
export function fileName(disposition) {
	const found = {};
	for (const [, name = '', quoted, token] of (disposition ?? '').matchAll(PARAMETER)) {
		found[name.toLowerCase()] ??= quoted?.replace(/\\([^])/g, '$1') ?? token.trim();
	}
	// "recipients SHOULD pick "filename*" and ignore "filename""
	return base(extended(found['filename*'])) ?? base(found['filename'] && plain(found['filename']));
}
/** Decode `utf-8'en'na%C3%AFve.txt`; undefined if it isn't of that form. */
function extended(value = '') {
	const [, charset, bytes] = /^([\w-]+)'[^']*'(.*)$/.exec(value) ?? [];
	if (bytes === undefined) return undefined;
	try {
		// Decoded as Latin-1 by taking each byte for a character.
		return /^utf-?8$/i.test(charset) ? decodeURIComponent(bytes) : unescaped(bytes);
	} catch {
		return undefined;
	}
}
const unescaped = (text) =>
	text.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
/** Servers write UTF-8 where only Latin-1 is allowed; `fetch` shows each byte as a character. */
function plain(value) {
	const bytes = Uint8Array.from(value, (char) => char.charCodeAt(0));
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return value;
	}
}
/**
 * "recipients MUST … ignore all but the last path segment", with either slash; a name of dots is
 * a folder.
 */
function base(path) {
	const name = path
		?.split(/[/\\]/)
		.pop()
		?.replace(/[\0-\x1f\x7f]/g, '')
		.trim();
	return !name || /^\.+$/.test(name) ? undefined : name;
}
