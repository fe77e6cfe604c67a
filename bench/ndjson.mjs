// NDJSON from bytes to records, beside the least that could be done: `npm run ndjson`.

import { ndjson } from '../fluidkit/runtime/dist/ndjson.js';
import { pieces, spent } from './measuring.mjs';

const record = (i) =>
	JSON.stringify({ id: i, value: i / 7, label: `record ${i}`, tags: ['a', 'b'] });
const COUNT = 200_000;
const bytes = new TextEncoder().encode(
	Array.from({ length: COUNT }, (_, i) => record(i) + '\n').join('')
);

const answering = (size) => async () => {
	const chunks = pieces(bytes, size);
	return new Response(
		new ReadableStream({
			pull(controller) {
				const chunk = chunks.shift();
				if (chunk) controller.enqueue(chunk);
				else controller.close();
			}
		})
	);
};

const records = ndjson('GET', '/records');

const readers = {
	async onChunk(fetch) {
		let count = 0;
		await records({ fetch, onChunk: () => count++ }).done;
		return count;
	},
	async onBatch(fetch) {
		let count = 0;
		await records({ fetch, onBatch: (batch) => (count += batch.length) }).done;
		return count;
	},
	async 'for await'(fetch) {
		let count = 0;
		for await (const _ of records({ fetch })) count++;
		return count;
	},
	async 'JSON.parse of each line'(fetch) {
		const reader = (await fetch()).body.getReader();
		const decoder = new TextDecoder();
		let count = 0;
		let rest = '';
		for (let next; !(next = await reader.read()).done;) {
			const lines = (rest + decoder.decode(next.value, { stream: true })).split('\n');
			rest = lines.pop();
			for (const line of lines) if (JSON.parse(line)) count++;
		}
		return count;
	}
};

for (const size of [65_536, 1400]) {
	const best = {};
	for (let round = 0; round < 8; round++) {
		for (const [name, read] of Object.entries(readers)) {
			const start = spent();
			if ((await read(answering(size))) !== COUNT) throw new Error(`${name}: not all records`);
			best[name] = Math.min(best[name] ?? Infinity, spent() - start);
		}
	}
	const least = best['JSON.parse of each line'];
	const figures = Object.entries(best).map(
		([name, time]) =>
			`${name} ${(COUNT / time).toFixed(0)} records/ms (${(least / time).toFixed(2)})`
	);
	console.log(`${String(size).padStart(6)} ${figures.join('   ')}`);
}
