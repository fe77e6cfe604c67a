// How parameters are written into a request. Generated modules import only those that they use.

import { type Codec, refuse, toJson } from './request.js';

/** An object has no text, nor has null as an item of a list. */
const written = (name: string, value: any): string =>
	`${value?.toISOString?.() ?? (typeof (value ?? null) === 'object' ? refuse(name, value) : value)}`;

/**
 * One segment of the path.
 *
 * URL parsers resolve "." and ".." in every spelling, "%2e" too; servers decode "%2F" before they
 * look for the route. An encoded text has no "$" that `replace` could take for a pattern.
 */
export const segment =
	/* @__NO_SIDE_EFFECTS__ */
	(name: string): Codec =>
		(draft, value) => {
			const text = `${value ?? ''}`;
			if (/^(\.|%2e){0,2}$|\//i.test(text)) refuse(name, text);
			draft.path = draft.path.replace(`{${name}}`, encodeURIComponent(text));
		};

/** The rest of the path, its slashes kept. */
export const rest =
	/* @__NO_SIDE_EFFECTS__ */
	(name: string): Codec =>
		(draft, value) => {
			const text = written(name, value);
			// To Starlette a path has no line feeds.
			if (/(^|\/)(\.|%2e){1,2}($|\/)|\n/i.test(text)) refuse(name, text);
			const pieces = text.split('/').map(encodeURIComponent);
			draft.path = draft.path
				.replace(`{${name}}`, pieces.join('/'))
				// Two slashes in front would name a host.
				.replace(/^(?=\/\/)/, '/.');
		};

/**
 * A placeholder with only `between` between it and another one, to which a server gives all up to the
 * last such text: there must be none in the value.
 */
export const behind =
	/* @__NO_SIDE_EFFECTS__ */
	(name: string, between: string, codec: Codec): Codec =>
		(draft, value) => {
			if (`${between}${value}`.lastIndexOf(between)) refuse(name, value);
			codec(draft, value);
		};

/** A list repeats its name; null and undefined are left out. */
const items = (value: unknown): unknown[] => [value ?? []].flat();

const pairs = (name: string, value: unknown): string =>
	items(value)
		.map((item) => `&${encodeURIComponent(name)}=${encodeURIComponent(written(name, item))}`)
		.join('');

/** Apply a codec to each key of an object, the keys being wire names. */
const spread =
	/* @__NO_SIDE_EFFECTS__ */
	(codec: (name: string) => Codec): Codec =>
		(draft, value) => {
			for (const [name, item] of Object.entries(value ?? {})) codec(name)(draft, item);
		};

/** A query parameter. */
export const query =
	/* @__NO_SIDE_EFFECTS__ */
	(name: string): Codec =>
		(draft, value) => {
			draft.query = (draft.query + pairs(name, value)).replace(/^&/, '?');
		};

/** Each key of an object as a query parameter. */
export const queries = /* @__PURE__ */ spread(query);

/** A header. `fetch` joins several of one name with commas, and takes the blanks off both ends. */
export const header =
	/* @__NO_SIDE_EFFECTS__ */
	(name: string): Codec =>
		(draft, value) => {
			const [item, ...others] = items(value);
			if (others.length) refuse(name, 'several values: `fetch` makes one of them');
			if (item === undefined) return;
			const text = latin(name, written(name, item));
			if (/^[\t ]|[\t ]$/.test(text)) refuse(name, JSON.stringify(text));
			draft.init.headers.set(name, text);
		};

/** Each key of an object as a header. */
export const headers = /* @__PURE__ */ spread(header);

/** A cookie. Browsers send their own and ignore this one. */
export const cookie =
	/* @__NO_SIDE_EFFECTS__ */
	(name: string): Codec =>
		(draft, value) => {
			if (value == null) return;
			const text = latin(name, written(name, value));
			// Python reads a quoted value with octal escapes; it doesn't decode percent signs.
			const codes = text.replace(/[;"\\]|^[\s\x85]|[\s\x85]$/g, octal);
			const quoted = codes === text ? text : `"${codes}"`;
			const before = draft.init.headers.get('cookie');
			draft.init.headers.set('cookie', `${before ? before + '; ' : ''}${name}=${quoted}`);
		};

/** Each key of an object as a cookie. */
export const cookies = /* @__PURE__ */ spread(cookie);

const octal = (char: string): string => '\\' + char.charCodeAt(0).toString(8).padStart(3, '0');

/** Line breaks would end the header, and no header carries more than Latin-1. */
const latin = (name: string, text: string): string =>
	/[^\t\x20-\x7e\x80-\xff]/.test(text) ? refuse(name, JSON.stringify(text)) : text;

/** The body, as JSON. */
export const body: Codec = (draft, value) => {
	draft.init.body = toJson(value);
};

/** The body, as JSON that has another media type. */
export const bodyAs =
	/* @__NO_SIDE_EFFECTS__ */
	(type: string): Codec =>
		(draft, value) => {
			draft.init.headers.set('content-type', type);
			draft.init.body = toJson(value);
		};

/** One key of a JSON body. */
export const field =
	/* @__NO_SIDE_EFFECTS__ */
	(name: string): Codec =>
		(draft, value) => {
			const before = draft.init.body ? (draft.init.body as string).slice(0, -1) + ',' : '{';
			draft.init.body = `${before}${JSON.stringify(name)}:${toJson(value)}}`;
		};

/** A field of an urlencoded form. */
export const form =
	/* @__NO_SIDE_EFFECTS__ */
	(name: string): Codec =>
		(draft, value) => {
			draft.init.headers.set('content-type', 'application/x-www-form-urlencoded');
			draft.init.body = ((draft.init.body ?? '') + pairs(name, value)).replace(/^&/, '');
		};

/** Each key of an object as a field of an urlencoded form. */
export const forms = /* @__PURE__ */ spread(form);

const MULTIPART = 'multipart/form-data; boundary=';
const random = (): string => Math.random().toString(36).slice(2);

/**
 * A field or a file of a multipart form.
 *
 * `FormData` would make CR LF of every line end in a text, and "%22" of a quote in a file's name,
 * and no server undoes that.
 */
export const part =
	/* @__NO_SIDE_EFFECTS__ */
	(name: string): Codec =>
		(draft, value) => {
			const before = draft.init.body as Blob | undefined;
			const type = before?.type ?? `${MULTIPART}fluidkit-${random()}${random()}`;
			const line = `--${type.slice(MULTIPART.length)}`;
			const end = `${line}--\r\n`;
			const pieces: BlobPart[] = before ? [before.slice(0, -end.length)] : [];
			for (const item of items(value)) {
				pieces.push(`${line}\r\nContent-Disposition: form-data; name=${quoted(name)}`);
				if (item instanceof Blob) {
					const fileName = quoted((item as File).name ?? 'blob');
					const fileType = item.type || 'application/octet-stream';
					pieces.push(`; filename=${fileName}\r\nContent-Type: ${fileType}\r\n\r\n`, item);
				} else pieces.push('\r\n\r\n', whole(name, written(name, item)));
				pieces.push('\r\n');
			}
			// `fetch` takes the type from the body.
			draft.init.headers.delete('content-type');
			draft.init.body = new Blob([...pieces, end], { type });
		};

/** Refuse what python-multipart would not read as it is written. */
const quoted = (text: string): string =>
	/[\0\r\n]|\\["\\]|\\$|^.:\\/.test(text)
		? refuse(JSON.stringify(text))
		: `"${whole('name', text).replace(/"/g, '\\"')}"`;

/** Each key of an object as a field or a file of a multipart form. */
export const parts = /* @__PURE__ */ spread(part);

/** The body as it is. */
export const raw =
	/* @__NO_SIDE_EFFECTS__ */
	(type: string): Codec =>
		(draft, value: any) => {
			draft.init.headers.set('content-type', type);
			draft.init.body = typeof value === 'string' ? whole('body', value) : value;
			// Without it, `fetch` refuses a body that is a stream.
			draft.init.duplex = 'half';
		};

/** UTF-8 has no lone surrogates, and they would be replaced. */
const whole = (name: string, text: string): string =>
	/\p{Cs}/u.test(text) ? refuse(name, JSON.stringify(text)) : text;
