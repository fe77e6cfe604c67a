// What a browser loads of a page before anything is called: min + gzip, by two bundlers. node size.mjs ENTRY

import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';

const entry = process.argv[2];
const define = {
	'import.meta.env.SSR': 'false',
	'import.meta.env.PROD': 'true',
	'import.meta.env.DEV': 'false',
	'import.meta.hot': 'undefined'
};

/** Bytes of the chunk with the entry, and of those that it imports at once; what is imported when it is needed comes later. */
function loaded(chunks, first) {
	const names = new Set([first]);
	for (const name of names) for (const other of chunks.get(name).imports) names.add(other);
	return [...names]
		.filter((name) => chunks.has(name))
		.reduce((sum, name) => sum + gzipSync(chunks.get(name).code, { level: 9 }).length, 0);
}

async function byRolldown() {
	const bundle = await rolldown({
		input: entry,
		transform: { define, target: 'es2022' },
		logLevel: 'silent'
	});
	const { output } = await bundle.generate({ format: 'esm', minify: true });
	const chunks = new Map(output.filter((each) => each.type === 'chunk').map((each) => [each.fileName, each]));
	return loaded(chunks, output.find((each) => each.isEntry).fileName);
}

async function byEsbuild() {
	const { outputFiles, metafile } = await build({
		entryPoints: [entry],
		bundle: true,
		minify: true,
		splitting: true,
		metafile: true,
		write: false,
		outdir: 'out',
		format: 'esm',
		target: 'es2022',
		define
	});
	const codes = Object.fromEntries(outputFiles.map((file) => [file.path.split('/').pop(), file.text]));
	const chunks = new Map(
		Object.entries(metafile.outputs).map(([path, { imports }]) => [
			path,
			{
				code: codes[path.split('/').pop()],
				imports: imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path)
			}
		])
	);
	const [first] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint);
	return loaded(chunks, first);
}

console.log(JSON.stringify({ rolldown: await byRolldown(), esbuild: await byEsbuild() }));
