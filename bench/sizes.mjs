// What a page pays: min + gzip of a module that uses just that, by two bundlers (Vite 8 bundles with Rolldown): `npm run sizes`.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const runtime = new URL('../fluidkit/runtime/', import.meta.url);
const { resolve } = createRequire(runtime);
const esbuild = await import(resolve('esbuild'));
const { rolldown } = await import(new URL('./node_modules/rolldown/dist/index.mjs', runtime));

const dist = fileURLToPath(new URL('dist', runtime));
const theirs = fileURLToPath(new URL('hey-api/client/index.ts', import.meta.url));
const imports = `
	import { body, json, segment } from '${dist}/client.js';
	import { file } from '${dist}/download.js';
	import { ndjson } from '${dist}/ndjson.js';
	import { sse } from '${dist}/sse.js';
	import { chunks } from '${dist}/text.js';`;
const functions = {
	get_user: `json('GET', '/users/{id}', [segment('id')])`,
	create_user: `json('POST', '/users', [body])`,
	stream_notifications: `sse('GET', '/notifications/{id}', [segment('id')], {}, { endless: true })`,
	stream_analytics_data: `ndjson('GET', '/analytics')`,
	stream_logs: `chunks('GET', '/logs')`,
	download_file: `file('GET', '/files/{id}', [segment('id')])`
};
const page = (...names) =>
	imports +
	names.map((name) => `\nexport const ${name} = /* @__PURE__ */ ${functions[name]};`).join('');

const pages = {
	'one JSON call': page('get_user'),
	'one SSE stream': page('stream_notifications'),
	'one NDJSON stream': page('stream_analytics_data'),
	all: page(...Object.keys(functions)),
	'hey-api: one SSE stream': `export { streamNotifications } from '${theirs}';`
};

const kit = /kit(-server)?\.js$/;
const define = {
	'import.meta.env.SSR': 'false',
	'import.meta.env.PROD': 'true',
	'import.meta.env.DEV': 'false',
	// What SvelteKit puts there.
	__SVELTEKIT_PATHS_BASE__: '""'
};

async function byEsbuild(entry) {
	const { outputFiles } = await esbuild.build({
		entryPoints: [entry],
		bundle: true,
		minify: true,
		write: false,
		format: 'esm',
		target: 'es2022',
		external: ['*/kit.js', '*/kit-server.js'],
		define
	});
	return outputFiles[0].text;
}

async function byRolldown(entry) {
	const build = await rolldown({
		input: entry,
		external: kit,
		transform: { define, target: 'es2022' },
		logLevel: 'silent'
	});
	const { output } = await build.generate({
		format: 'esm',
		minify: true,
		paths: () => './kit.js',
		// As in Vite.
		comments: { legal: false, annotation: false, jsdoc: false }
	});
	return output.map(({ code }) => code ?? '').join('\n');
}

const size = (code) => gzipSync(code, { level: 9 }).length;

console.log('\nBytes of a page, min + gzip');
const folder = mkdtempSync(join(fileURLToPath(new URL('.', import.meta.url)), '.page-'));
try {
	for (const [name, code] of Object.entries(pages)) {
		const entry = join(folder, 'page.js');
		writeFileSync(entry, code);
		const figures = `Rolldown ${size(await byRolldown(entry))}   esbuild ${size(await byEsbuild(entry))}`;
		console.log(`${name.padEnd(24)} ${figures}`);
	}
} finally {
	rmSync(folder, { recursive: true });
}
