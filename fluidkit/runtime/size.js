// Measure what a page pays for the runtime: min + gzip of a module that uses just one kind of call.

import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

const pages = [
	{
		name: 'one JSON GET',
		limit: 1200,
		code: `
			import { hot, json, segment } from './src/client.ts';
			export const get_user = /* @__PURE__ */ json('GET', '/users/{id}', [segment('id')]);
			if (import.meta.hot) {
				import.meta.hot.accept();
				hot(import.meta.hot.data, { get_user });
			}`
	},
	{
		name: 'one JSON POST',
		limit: 1200,
		code: `
			import { body, hot, json } from './src/client.ts';
			export const create_user = /* @__PURE__ */ json('POST', '/users', [body]);
			if (import.meta.hot) {
				import.meta.hot.accept();
				hot(import.meta.hot.data, { create_user });
			}`
	},
	{
		name: 'one SSE stream',
		// Vite 8, which has a better minifier, comes to less than 3500: see test/stream-size.test.ts.
		limit: 3600,
		code: `
			import { hot, segment } from './src/client.ts';
			import { sse } from './src/sse.ts';
			export const stream_notifications = /* @__PURE__ */ sse('GET', '/notifications/{user_id}', [segment('user_id')], {}, { endless: true });
			if (import.meta.hot) {
				import.meta.hot.accept();
				hot(import.meta.hot.data, { stream_notifications });
			}`
	},
	{
		name: 'one NDJSON stream',
		limit: 2400,
		code: `
			import { ndjson } from './src/ndjson.ts';
			export const stream_analytics_data = /* @__PURE__ */ ndjson('GET', '/analytics');`
	},
	{
		name: 'one text stream',
		limit: 2400,
		code: `
			import { chunks } from './src/text.ts';
			export const stream_logs = /* @__PURE__ */ chunks('GET', '/logs');`
	},
	{
		name: 'one download',
		limit: 1900,
		code: `
			import { segment } from './src/client.ts';
			import { file } from './src/download.ts';
			export const download_file = /* @__PURE__ */ file('GET', '/files/{id}', [segment('id')]);`
	},
	{
		name: 'all kinds',
		limit: 5600,
		code: `
			import { body, json, segment } from './src/client.ts';
			import { file } from './src/download.ts';
			import { ndjson } from './src/ndjson.ts';
			import { sse } from './src/sse.ts';
			import { withStream } from './src/stream.ts';
			import { chunks } from './src/text.ts';
			export const get_user = /* @__PURE__ */ json('GET', '/users/{id}', [segment('id')]);
			export const chat = /* @__PURE__ */ withStream(json('POST', '/chat', [body]), sse('POST', '/chat', [body]));
			export const stream_analytics_data = /* @__PURE__ */ ndjson('GET', '/analytics');
			export const stream_logs = /* @__PURE__ */ chunks('GET', '/logs');
			export const download_file = /* @__PURE__ */ file('GET', '/files/{id}', [segment('id')]);`
	}
];

/** What the browser loads for the page: not the chunks that are only imported when needed. */
function loaded({ outputFiles, metafile }) {
	const wanted = new Set();
	const visit = (path) => {
		if (wanted.has(path)) return;
		wanted.add(path);
		for (const { path: next, kind, external } of metafile.outputs[path].imports) {
			if (kind === 'import-statement' && !external) visit(next);
		}
	};
	visit(
		Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === '<stdin>')
	);
	return outputFiles.filter(({ path }) => [...wanted].some((name) => path.endsWith(name)));
}

for (const { name, limit, code } of pages) {
	const result = await build({
		stdin: { contents: code, resolveDir: here },
		bundle: true,
		splitting: true,
		metafile: true,
		minify: true,
		write: false,
		format: 'esm',
		target: 'es2022',
		outdir: 'out',
		// kit.js is loaded on servers, and for SvelteKit's errors, alone.
		external: ['./kit.js', './kit-server.js', '@sveltejs/kit', '$app/*', '$env/*'],
		// What Vite puts there in a build for browsers.
		define: {
			'import.meta.env.SSR': 'false',
			'import.meta.env.PROD': 'true',
			'import.meta.env.DEV': 'false',
			'import.meta.hot': 'undefined',
			// What SvelteKit puts there.
			__SVELTEKIT_PATHS_BASE__: '""'
		}
	});
	const files = loaded(result);
	const text = files.map((file) => file.text).join('\n');
	const size = gzipSync(text, { level: 9 }).length;
	console.log(`${name}: ${size} bytes of ${limit} (${text.length} before gzip)`);
	if (process.argv.includes('--show')) console.log(text);
	if (size > limit) process.exitCode = 1;
}
