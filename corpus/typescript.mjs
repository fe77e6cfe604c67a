// Reads a list of folders from standard input. Answers how many `any` and `unknown` the declarations
// of each contain (as TypeScript parses them: comments and strings don't count), and loads each
// generated module in Node.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules] = process.argv.slice(2);
const ts = createRequire(pathToFileURL(join(modules, 'x.js')))('typescript-5.9');
const folders = JSON.parse(readFileSync(0, 'utf8'));

function count(file) {
	const text = readFileSync(file, 'utf8');
	const kind = file.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
	const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind);
	const found = { any: 0, unknown: 0, broken: tree.parseDiagnostics.length };
	const visit = (node) => {
		if (node.kind === ts.SyntaxKind.AnyKeyword) found.any += 1;
		if (node.kind === ts.SyntaxKind.UnknownKeyword) found.unknown += 1;
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return found;
}

const answer = {};
for (const folder of folders) {
	const total = { any: [], unknown: 0, broken: [], files: 0 };
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	for (const entry of entries.filter((each) => each.isFile())) {
		const file = join(entry.parentPath ?? entry.path, entry.name);
		if (!/\.(ts|js)$/.test(file)) continue;
		const found = count(file);
		total.files += 1;
		if (found.broken > 0) total.broken.push(file);
		// The runtime is the same in every client: its types are none of the app's.
		if (basename(join(file, '..')) === 'runtime') continue;
		if (found.any > 0) total.any.push(file);
		total.unknown += found.unknown;
		if (basename(join(file, '..')) === 'generated' && file.endsWith('.js')) {
			await import(pathToFileURL(file)).catch((error) =>
				total.broken.push(`${file}: ${error.message}`)
			);
		}
	}
	answer[folder] = total;
}
process.stdout.write(JSON.stringify(answer));
