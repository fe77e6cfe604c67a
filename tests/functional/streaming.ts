// The calls of a front end, letter for letter, and what came of them.
import {
	download_file,
	list_ended,
	stream_analytics_data,
	stream_broken_data,
	stream_logs,
	stream_notifications
} from './client/apps/streaming.api.js';
import { configure } from './client/index.js';

declare const process: { argv: string[] };
configure({ baseUrl: process.argv[2] });

const userId = 'ada';
const fileId = 'report';
const found: { [name: string]: unknown } = {};
const until = (condition: () => unknown): Promise<void> =>
	new Promise((resolve) => {
		const timer = setInterval(() => {
			if (!condition()) return;
			clearInterval(timer);
			resolve();
		}, 5);
	});

/** Wait until the server has seen the generator end once more. */
async function sawEnd(name: string, times: number): Promise<number> {
	for (let waited = 0; waited < 200; waited++) {
		const count = (await list_ended()).filter((one) => one === name).length;
		if (count >= times) return count;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return -1;
}

// --- Server-sent events -------------------------------------------------------------------------
{
	const messages: unknown[] = [];
	const types: string[] = [];
	let opened = 0;
	const errors: unknown[] = [];
	let connection;
	connection = stream_notifications(userId, {
		onMessage: (event) => {
			const notification = JSON.parse(event.data);
			messages.push(notification);
			types.push(event.type);
		},
		onOpen: () => {
			opened++;
		},
		onError: (error) => {
			errors.push(String(error));
		}
	});
	await until(() => messages.length >= 3);
	connection.close();
	const count = messages.length;
	found['sse'] = { messages: messages.slice(0, 2), types: [...new Set(types)], opened, errors };
	found['sse ended'] = await sawEnd('notifications', 1);
	found['nothing after close'] = messages.length - count;
}
{
	const read: string[] = [];
	for await (const e of stream_notifications(userId)) {
		if (e.type === 'notification') {
			const notification: { id: number; message: string } = e.json;
			read.push(notification.message);
		}
		if (read.length === 2) break;
	}
	found['sse iterated'] = read;
	found['sse iterated ended'] = await sawEnd('notifications', 2);
}
{
	const list: number[] = [];
	const stream = stream_notifications(userId, { on: { notification: (n) => list.unshift(n.id) } });
	await until(() => list.length >= 2);
	stream.close();
	found['sse by name'] = list.slice(-2);
	found['sse by name ended'] = await sawEnd('notifications', 3);
}

// --- NDJSON -------------------------------------------------------------------------------------
{
	const records: unknown[] = [];
	const errors: unknown[] = [];
	let completed = 0;
	await new Promise<void>((resolve) => {
		stream_analytics_data({
			onChunk: (record) => {
				records.push(record);
			},
			onError: (err) => {
				errors.push(err);
			},
			onComplete: () => {
				completed++;
				resolve();
			}
		});
	});
	found['ndjson'] = { records: records.slice(0, 2), count: records.length, errors, completed };
}
{
	const metrics: string[] = [];
	for await (const record of stream_analytics_data({ count: 1_000_000 })) {
		metrics.push(record.metric);
		if (metrics.length === 3) break;
	}
	found['ndjson iterated'] = metrics;
	found['ndjson ended'] = await sawEnd('analytics', 2);
}
{
	const rows: unknown[] = [];
	const stream = stream_analytics_data({ count: 50, onBatch: (records) => rows.push(...records) });
	await stream.done;
	found['ndjson in batches'] = rows.length;
}
{
	const records: unknown[] = [];
	const ends: string[] = [];
	const stream = stream_broken_data({
		onChunk: (record) => records.push(record),
		onError: (error) => ends.push(`${error.name} in line ${error.line}`),
		onComplete: () => ends.push('completed')
	});
	await stream.done.catch(() => {});
	found['ndjson broken'] = { records, ends };
}

// --- Files and text -----------------------------------------------------------------------------
{
	const blob = await download_file(fileId);
	const bytes = new Uint8Array(await blob.arrayBuffer());
	found['file'] = { name: blob.name, size: blob.size, last: bytes[bytes.length - 1] };
}
{
	let last = 0;
	const { signal } = new AbortController();
	const file = await download_file(fileId, { onProgress: ({ loaded }) => (last = loaded), signal });
	found['file with progress'] = [file.size, last];
	found['file url'] = download_file.url(fileId, { baseUrl: '' });
}
{
	const lines: string[] = [];
	for await (const line of stream_logs().lines()) lines.push(line);
	found['text'] = lines;
}

console.log(JSON.stringify(found));

// --- What the types refuse ----------------------------------------------------------------------
export async function refused(): Promise<void> {
	// @ts-expect-error: a stream is no promise
	await stream_notifications(userId);
	// @ts-expect-error: the user is required
	stream_notifications({ onMessage: () => {} });
	// @ts-expect-error: there is no such event
	stream_notifications(userId, { on: { message2: () => {} } });
	// @ts-expect-error: a record has no such key
	stream_analytics_data({ onChunk: (record) => record.nothing });
}
