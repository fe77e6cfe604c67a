/**
 * Asks each function of a client where it would go.
 *
 * stdin: [script, function, arguments][]; stdout: the URLs, or what went wrong.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const answers = [];
for (const [script, name, args] of JSON.parse(readFileSync(0, 'utf8'))) {
	try {
		const module = await import(pathToFileURL(script).href);
		answers.push(module[name].url(...args));
	} catch (error) {
		answers.push(String(error));
	}
}
console.log(JSON.stringify(answers));
