/**
 * Calls functions of a client, as it is told line by line.
 *
 * stdin: { function, args, take } as JSON, a line each; stdout: for each what came of it, and how
 * many requests were sent. What JSON lacks is { "$": kind, … } in both directions.
 */
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [, , baseUrl, ...scripts] = process.argv;
const functions = new Map();
for (const script of scripts) {
	const module = await import(pathToFileURL(script).href);
	for (const [name, exported] of Object.entries(module)) functions.set(name, exported);
	module.configure?.({ baseUrl });
}

let sent = 0;
const send = globalThis.fetch;
globalThis.fetch = (...args) => {
	sent++;
	return send(...args);
};

const decoders = {
	file: ({ name, type, content }) => new File([Buffer.from(content, 'base64')], name, { type }),
	blob: ({ type, content }) => new Blob([Buffer.from(content, 'base64')], { type }),
	date: ({ value }) => new Date(value),
	number: ({ value }) => Number(value),
	bigint: ({ value }) => BigInt(value),
	aborted: () => AbortSignal.abort(),
	aborts: ({ after }) => AbortSignal.timeout(after)
};

const decode = (text) =>
	JSON.parse(text, (_, value) => (decoders[value?.$] ? decoders[value.$](value) : value));

async function encode(value) {
	if (value === undefined) return { $: 'undefined' };
	if (value instanceof Blob) {
		const content = Buffer.from(await value.arrayBuffer()).toString('base64');
		return { $: 'file', name: value.name, type: value.type, content };
	}
	if (value instanceof Response) {
		const headers = Object.fromEntries(value.headers);
		return { $: 'response', status: value.status, url: value.url, headers, text: await value.text() };
	}
	return value;
}

async function encodeError(error) {
	const { name, message, status, detail, body, cause, response } = error;
	return {
		...{ name, message, status, detail, body },
		cause: cause && { name: cause.name, message: cause.message },
		headers: response && Object.fromEntries(response.headers)
	};
}

async function take({ function: name, args, take }) {
	const called = functions.get(name);
	if (take === 'url') return called.url(...args);
	const call = called(...args);
	if (take === 'data') return encode(await call);
	const taken = await call[take]();
	if (take !== 'result') return encode(taken);
	const { success, status, data, error } = taken;
	return success
		? { success, status, data: await encode(data) }
		: { success, status, error: await encodeError(error) };
}

for await (const line of createInterface({ input: process.stdin })) {
	sent = 0;
	let answer;
	try {
		answer = { data: await take(decode(line)) };
	} catch (error) {
		answer = { error: await encodeError(error) };
	}
	// Lone surrogates would not survive as UTF-8: JSON.stringify escapes them.
	process.stdout.write(JSON.stringify({ ...answer, sent }) + '\n');
}
