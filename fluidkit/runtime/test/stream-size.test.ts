// What a page pays for its streams when Vite builds it: min + gzip.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The code that Vite makes of a page. */
async function built(page: string): Promise<string> {
	const folder = await mkdtemp(join(root, 'test', '.page-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await writeFile(join(folder, 'page.js'), page);
	// Vitest says "test", which Vite would take for development.
	vi.stubEnv('NODE_ENV', 'production');
	onTestFinished(() => void vi.unstubAllEnvs());
	const result = await build({
		root: folder,
		configFile: false,
		logLevel: 'silent',
		// What SvelteKit puts there.
		define: { __SVELTEKIT_PATHS_BASE__: '""' },
		build: {
			write: false,
			target: 'es2022',
			modulePreload: false,
			rolldownOptions: {
				input: join(folder, 'page.js'),
				external: [/kit\.js$/],
				preserveEntrySignatures: 'strict'
			}
		}
	});
	const { output } = result as { output: { code?: string }[] };
	return output.map(({ code }) => code ?? '').join('\n');
}

const size = (code: string): number => gzipSync(code, { level: 9 }).length;

test('a page with one SSE stream: at most 3.5 kB, the request core included', async () => {
	const code = await built(`
		import { segment } from '../../src/client.ts';
		import { sse } from '../../src/sse.ts';
		export const stream_notifications = /* @__PURE__ */ sse('GET', '/notifications/{user_id}', [segment('user_id')], {}, { endless: true });`);
	expect(code).toContain('text/event-stream');
	// Only for development.
	expect(code).not.toContain('HTTP/1.1');
	expect(size(code)).toBeLessThanOrEqual(3500);
});

test('a page that uses no stream pays for none, though its module has some', async () => {
	const code = await built(`
		import { body } from '../../src/client.ts';
		import { file } from '../../src/download.ts';
		import { ndjson } from '../../src/ndjson.ts';
		import { sse } from '../../src/sse.ts';
		import { withStream } from '../../src/stream.ts';
		import { chunks } from '../../src/text.ts';
		const a = /* @__PURE__ */ sse('GET', '/a');
		const b = /* @__PURE__ */ ndjson('GET', '/b');
		const c = /* @__PURE__ */ chunks('GET', '/c');
		const d = /* @__PURE__ */ file('GET', '/d');
		const e = /* @__PURE__ */ withStream(/* @__PURE__ */ sse('POST', '/e', [body]), /* @__PURE__ */ ndjson('POST', '/e', [body]));
		export const used = 1;`);
	expect(code.trim()).toMatch(/^(var|const|let) (\w+)=1;export\{\2 as used\};$/);
});
