// The built form, as users get it.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** A user's tree: generated/settings.*, generated/runtime/*, and whatever a test adds. */
async function tree(kit: boolean): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'fluidkit-tree-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const runtime = join(folder, 'runtime');
	await cp(join(root, 'dist'), runtime, { recursive: true });
	for (const name of ['settings.js', 'settings.d.ts', 'routes.js', 'routes.d.ts']) {
		await cp(join(root, name), join(folder, name)).catch(() => {});
	}
	for (const name of await readdir(runtime)) {
		if (!name.includes('.neutral.')) continue;
		if (!kit) await cp(join(runtime, name), join(runtime, name.replace('.neutral.', '.')));
		await rm(join(runtime, name));
	}
	for (const name of kit ? [] : ['svelte', 'proxy', 'forward', 'routing', 'cookies']) {
		for (const end of ['.js', '.d.ts']) await rm(join(runtime, name + end), { force: true });
	}
	return folder;
}

const options = {
	target: 'ES2022',
	lib: ['ES2022', 'DOM', 'DOM.Iterable'],
	module: 'ESNext',
	moduleResolution: 'bundler',
	types: [],
	strict: true,
	exactOptionalPropertyTypes: true,
	noUncheckedIndexedAccess: true,
	noPropertyAccessFromIndexSignature: true,
	verbatimModuleSyntax: true,
	isolatedModules: true,
	erasableSyntaxOnly: true,
	skipLibCheck: false,
	noEmit: true
};

test.each(['typescript-5.9', 'typescript-6', 'typescript'])(
	'the declarations compile under %s with every library checked',
	{ timeout: 60_000 },
	async (compiler) => {
		const folder = await tree(false);
		await writeFile(
			join(folder, 'use.ts'),
			"import { ApiError, type Call } from './runtime/client.js';\n" +
				'export const use = async (call: Call<string, { 404: { detail: string } }>) => {\n' +
				'\tconst result = await call.result();\n' +
				'\tif (!result.success && result.status === 404) return result.error.detail.length;\n' +
				'\treturn result.success ? result.data : result.error instanceof ApiError;\n' +
				'};\n'
		);
		await writeFile(
			join(folder, 'tsconfig.json'),
			JSON.stringify({ compilerOptions: options, include: ['**/*.ts'] })
		);
		const tsc = join(dirname(resolve(`${compiler}/package.json`)), 'bin', 'tsc');
		const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch((failed) => failed);
		expect(stdout).toBe('');
	}
);

test('every file carries the header that makes it ours', async () => {
	for (const name of await readdir(join(root, 'dist'))) {
		const [first, second] = (await readFile(join(root, 'dist', name), 'utf8')).split('\n');
		expect([name, first]).toEqual([name, '/* eslint-disable */']);
		expect(second).toContain('written by FluidKit');
	}
});

test('no file is one that SvelteKit keeps out of the browser', async () => {
	const names = await readdir(join(root, 'dist'));
	expect(names.filter((name) => /(^|\.)(server|remote)\./.test(name))).toEqual([]);
});

test('the neutral form imports nothing from outside', async () => {
	const folder = await tree(false);
	for (const name of await readdir(join(folder, 'runtime'))) {
		const text = await readFile(join(folder, 'runtime', name), 'utf8');
		const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((one) => one[1]);
		expect([name, imports.filter((one) => !one!.startsWith('.'))]).toEqual([name, []]);
	}
});

test('plain Node runs the neutral form', async () => {
	const folder = await tree(false);
	await writeFile(join(folder, 'package.json'), '{"type":"module"}');
	await writeFile(
		join(folder, 'main.js'),
		"import { json, query } from './runtime/client.js';\n" +
			"import { createServer } from 'node:http';\n" +
			'const server = createServer((request, response) => response.end(JSON.stringify(request.url)));\n' +
			'server.listen(0, async () => {\n' +
			'\tprocess.env.FLUIDKIT_URL = `http://localhost:${server.address().port}/root/`;\n' +
			"\tconsole.log(await json('GET', '/x', [query('q')])('a b'));\n" +
			'\tserver.closeAllConnections();\n' +
			'\tserver.close();\n' +
			'});\n'
	);
	const env = { PATH: process.env.PATH };
	const { stdout } = await run(process.execPath, [join(folder, 'main.js')], { env });
	expect(stdout).toBe('/root/x?q=a%20b\n');
});

test('what is not used is not bundled', async () => {
	const folder = await tree(false);
	await writeFile(
		join(folder, 'page.js'),
		`import { body, cookie, empty, field, form, header } from './runtime/client.js';
		import { json, part, query, rest, segment } from './runtime/client.js';
		export const used = 1;
		export const one = /* @__PURE__ */ json('GET', '/{a}/{b}', [segment('a'), rest('b'), query('c')]);
		export const two = /* @__PURE__ */ json('POST', '/x', [body], { h: header('h'), c: cookie('c') });
		export const three = /* @__PURE__ */ empty('POST', '/x', [field('f'), form('g'), part('p')]);`
	);
	await writeFile(join(folder, 'main.js'), "export { used } from './page.js';");
	const built = await build({
		root: folder,
		configFile: false,
		logLevel: 'silent',
		build: { write: false, minify: false, lib: { entry: 'main.js', formats: ['es'] } }
	});
	const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
	// Rolldown keeps an import of the chunk that only servers run.
	const code = output[0].code.replace(/^\/\/.*\n|^import "\.\/host.*\n/gm, '');
	expect(code.trim()).toBe('var used = 1;\nexport { used };');
});
