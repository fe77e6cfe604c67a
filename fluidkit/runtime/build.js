// Build src/*.ts into dist/*.js and dist/*.d.ts, readable; with --check, only see whether dist is
// what the build would write.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, 'dist');

function compiled() {
	const folder = mkdtempSync(join(tmpdir(), 'fluidkit-runtime-'));
	try {
		const tsc = join(here, 'node_modules', 'typescript', 'bin', 'tsc');
		const args = [tsc, '-p', join(here, 'tsconfig.build.json'), '--outDir', folder];
		const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
		if (status) process.exit(status);
		return filesOf(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function filesOf(folder) {
	const names = readdirSync(folder).sort();
	return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

async function finished(name, text) {
	const header =
		'/* eslint-disable */\n// Runtime of the generated clients, written by FluidKit: edits are overwritten.\n';
	const options = { ...(await resolveConfig(join(here, 'build.js'))), filepath: name };
	return await format(`${header}\n${text}`, options);
}

const wanted = new Map();
for (const [name, text] of compiled()) wanted.set(name, await finished(name, text));

if (process.argv.includes('--check')) {
	const found = filesOf(dist);
	const names = new Set([...wanted.keys(), ...found.keys()]);
	const stale = [...names].filter((name) => wanted.get(name) !== found.get(name));
	if (stale.length) {
		console.error(`dist is stale, run \`npm run build\`: ${stale.join(', ')}`);
		process.exitCode = 1;
	}
} else {
	rmSync(dist, { recursive: true, force: true });
	mkdirSync(dist);
	for (const [name, text] of wanted) writeFileSync(join(dist, name), text);
}
