import * as api from './api/main.api.js';

type Open = (run: string | { run: string }) => AsyncIterable<unknown>;

/** Read a stream of a kind: one item of it, or for as long as it lasts. */
export async function read(kind: string, run: string, way: string | null): Promise<number> {
	const open = api[kind as keyof typeof api] as unknown as Open;
	let count = 0;
	for await (const _ of open(kind.endsWith('_posted') ? { run } : run)) {
		count++;
		if (way === 'break') break;
		if (way === 'throw') throw new Error('mine');
	}
	return count;
}
