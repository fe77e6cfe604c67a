import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const { resolve } = createRequire(import.meta.url);

test.each(['typescript-5.9', 'typescript-6', 'typescript'])(
	'the calls of STREAMING.md compile under %s, and those that are wrong do not',
	{ timeout: 60_000 },
	async (compiler) => {
		const folder = await mkdtemp(join(root, 'test', '.types-'));
		onTestFinished(() => rm(folder, { recursive: true }));
		const config = {
			extends: '../../tsconfig.json',
			compilerOptions: { noUnusedLocals: false },
			include: ['../../src', '../stream-calls.ts']
		};
		await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
		const tsc = join(dirname(resolve(`${compiler}/package.json`)), 'bin', 'tsc');
		const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch((failed) => failed);
		expect(stdout).toBe('');
	}
);
