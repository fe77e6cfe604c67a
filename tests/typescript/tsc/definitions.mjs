/**
 * Asks tsserver, as an editor does: where is what stands at these places defined?
 *
 * stdin: { tsserver, file, queries: [[line, offset], …] }; stdout: a list of definitions for each.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { tsserver, file, queries } = JSON.parse(readFileSync(0, 'utf8'));
const server = spawn('node', [tsserver, '--disableAutomaticTypingAcquisition'], {
	stdio: ['pipe', 'pipe', 'inherit']
});
const waiting = new Map();
let seq = 0;
let buffer = '';

server.stdout.setEncoding('utf8').on('data', (text) => {
	buffer += text;
	for (let end; (end = buffer.indexOf('\n')) >= 0; buffer = buffer.slice(end + 1)) {
		const line = buffer.slice(0, end);
		if (!line.startsWith('{')) continue;
		const message = JSON.parse(line);
		if (message.type === 'response') waiting.get(message.request_seq)?.(message);
	}
});

function send(command, args) {
	server.stdin.write(JSON.stringify({ seq: ++seq, type: 'request', command, arguments: args }) + '\n');
	return new Promise((resolve) => waiting.set(seq, resolve));
}

void send('open', { file });
const answers = [];
for (const [line, offset] of queries) {
	const answer = await send('definitionAndBoundSpan', { file, line, offset });
	answers.push(answer.body?.definitions ?? []);
}
console.log(JSON.stringify(answers));
server.kill();
