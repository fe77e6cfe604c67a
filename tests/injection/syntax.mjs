/**
 * Compares the syntax of pairs of files.
 *
 * stdin: [path, harmless text, hostile text][]; stdout: what differs in each pair, or null.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const ts = createRequire(process.argv[2] + '/')('typescript-5.9');

/** The name of a property, in whichever way it is written. */
function isPropertyName(node) {
	if (node.parent?.name !== node) return false;
	if (!ts.isPropertySignature(node.parent) && !ts.isPropertyAssignment(node.parent)) return false;
	return !ts.isComputedPropertyName(node) || ts.isStringLiteral(node.expression);
}

function parse(path, text) {
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const nodes = [];
	const visit = (node) => {
		const known = isPropertyName(node);
		nodes.push([known ? 'PropertyName' : ts.SyntaxKind[node.kind], node.pos]);
		for (const doc of node.jsDoc ?? [])
			for (const tag of doc.tags ?? []) nodes.push(['@' + tag.tagName.text, tag.pos]);
		if (!known) ts.forEachChild(node, visit);
	};
	visit(file);
	for (const list of ['referencedFiles', 'typeReferenceDirectives', 'libReferenceDirectives'])
		for (const { fileName } of file[list]) nodes.push([list + ' ' + fileName, 0]);
	if (file.checkJsDirective) nodes.push(['checkJsDirective', 0]);
	for (const found of text.matchAll(/^\s*\/\/[#@] *source\w+=/gm)) nodes.push(['map', found.index]);
	return { text, nodes, errors: file.parseDiagnostics.map((d) => d.messageText) };
}

function difference(harmless, hostile) {
	const errors = [...harmless.errors, ...hostile.errors];
	if (errors.length) return `does not parse: ${JSON.stringify(errors)}`;
	const length = Math.max(harmless.nodes.length, hostile.nodes.length);
	for (let index = 0; index < length; index++) {
		const [left, right] = [harmless.nodes[index], hostile.nodes[index]];
		if (left?.[0] === right?.[0]) continue;
		const near = hostile.text.slice(right?.[1] ?? -200).trim().slice(0, 200);
		return `${left?.[0]} became ${right?.[0]} at ${JSON.stringify(near)}`;
	}
	return null;
}

const parsed = new Map();
const remembered = (path, text) => {
	const key = path + '\0' + text;
	if (!parsed.has(key)) parsed.set(key, parse(path, text));
	return parsed.get(key);
};

const pairs = JSON.parse(readFileSync(0, 'utf8'));
const found = pairs.map(([path, harmless, hostile]) =>
	difference(remembered(path, harmless), parse(path, hostile))
);
console.log(JSON.stringify(found));
