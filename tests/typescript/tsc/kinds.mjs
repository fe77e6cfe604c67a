/**
 * Parses files: the kinds of their syntax nodes, their JSDoc tags, and what does not parse.
 *
 * stdin: { path: text }; stdout: { path: { kinds, tags, errors } }.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript-5.9';

const answer = {};
for (const [path, text] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const kinds = [];
	const tags = [];
	const visit = (node) => {
		// A string is a string, whichever.
		kinds.push(ts.SyntaxKind[node.kind]);
		for (const doc of node.jsDoc ?? [])
			for (const tag of doc.tags ?? []) tags.push(tag.tagName.text);
		ts.forEachChild(node, visit);
	};
	visit(file);
	answer[path] = { kinds, tags, errors: file.parseDiagnostics.map((d) => d.messageText) };
}
console.log(JSON.stringify(answer));
