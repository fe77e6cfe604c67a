/**
 * Imports scripts as Vite would run them, and calls all that they export.
 *
 * stdin: scripts by name; stdout: names of those that left the mark `globalThis.pwned`, or how
 * they failed.
 */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

const hooks = `
	export async function load(url, context, next) {
		const loaded = await next(url, context);
		if (loaded.format !== 'module' || !url.startsWith('file:')) return loaded;
		// On the first line, for the lines of errors to stay.
		const stub = 'import.meta.hot = { data: {}, accept() {} };';
		return { ...loaded, source: stub + loaded.source };
	}`;
register('data:text/javascript,' + encodeURIComponent(hooks));

globalThis.fetch = async () => new Response('{}');

const bad = {};
for (const [name, scripts] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
	for (const script of scripts) {
		try {
			const module = await import(pathToFileURL(script).href);
			for (const exported of Object.values(module)) {
				if (typeof exported !== 'function' || !exported.url) continue;
				const values = [1, 1, 1, 1, { a: 1, o: 1, p: 1, b: 1 }];
				const answer = exported(...values);
				answer.close?.();
				await answer.response?.().catch(() => {});
			}
		} catch (error) {
			bad[name] = `${script}: ${error.stack}`;
		}
		if (globalThis.pwned !== undefined) bad[name] = `${script} ran it`;
		delete globalThis.pwned;
	}
}
console.log(JSON.stringify(bad));
