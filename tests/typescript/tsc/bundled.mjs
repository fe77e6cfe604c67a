/**
 * Bundles pages as a production build does, each by two bundlers: Rolldown is that of Vite 8.
 *
 * stdin: [entry, …]; stdout: { esbuild: [code, …], rolldown: [code, …] }.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const runtime = new URL('../../../fluidkit/runtime/', import.meta.url);
const esbuild = createRequire(runtime)('esbuild');
const { rolldown } = await import(new URL('node_modules/rolldown/dist/index.mjs', runtime));

// What Vite puts there in a build for browsers.
const define = {
	'import.meta.env.SSR': 'false',
	'import.meta.env.PROD': 'true',
	'import.meta.env.DEV': 'false',
	'import.meta.hot': 'undefined'
};

async function byEsbuild(entry) {
	const { outputFiles } = await esbuild.build({
		entryPoints: [entry],
		bundle: true,
		write: false,
		format: 'esm',
		external: ['@sveltejs/kit', '$app/*', '$env/*'],
		define
	});
	return outputFiles[0].text;
}

async function byRolldown(entry) {
	const bundle = await rolldown({
		input: entry,
		external: /^(@sveltejs|\$app|\$env)\//,
		transform: { define },
		logLevel: 'silent'
	});
	const { output } = await bundle.generate({ format: 'esm' });
	return output.map(({ code }) => code ?? '').join('\n');
}

const entries = JSON.parse(readFileSync(0, 'utf8'));
const answer = { esbuild: [], rolldown: [] };
for (const entry of entries) {
	answer.esbuild.push(await byEsbuild(entry));
	answer.rolldown.push(await byRolldown(entry));
}
console.log(JSON.stringify(answer));
