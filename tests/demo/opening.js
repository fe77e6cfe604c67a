// Opens and closes streams of each kind in the demo's page, in every way that there is.
async ({ count, atOnce }) => {
	const { stream_notifications } = await import('/src/lib/api/notifications.api.ts');
	const { stream_measurements, stream_log } = await import('/src/lib/api/telemetry.api.ts');
	const { download_report } = await import('/src/lib/api/reports.api.ts');
	const { ask } = await import('/src/lib/api/assistant.api.ts');

	/** What a way that leaves too late, or an abort, rejects with is of no interest. */
	const settled = (promise) => promise.then(() => {}, () => {});
	const leave = async (iterable) => {
		for await (const _ of iterable) break;
	};
	const closed = (open) => {
		let stream;
		stream = open(() => stream.close());
		return settled(stream.done);
	};
	const aborted = (open) => {
		const controller = new AbortController();
		return settled(open(controller.signal, () => controller.abort()).done);
	};
	const first = async (readable) => {
		const reader = readable.getReader();
		await reader.read();
		await reader.cancel();
	};
	const listened = (source) =>
		new Promise((resolve) => source.addEventListener('overview', () => resolve(source.close())));
	const download = (wait, progress) => {
		const controller = new AbortController();
		const abort = () => controller.abort();
		if (!progress) setTimeout(abort, wait);
		const options = progress ? { onProgress: ({ loaded }) => loaded > wait && abort() } : {};
		return settled(download_report('en', { ...options, signal: controller.signal }));
	};
	const question = { prompt: 'Which incidents?' };

	const kinds = {
		sse: [
			() => closed((onMessage) => stream_notifications({ onMessage })),
			() => aborted((signal, onMessage) => stream_notifications({ signal, onMessage })),
			() => leave(stream_notifications()),
			() => listened(stream_notifications()),
			() => stream_notifications({ onOpen() {} }).close()
		],
		ndjson: [
			() => closed((onChunk) => stream_measurements('checkout', { onChunk })),
			() => aborted((signal, onBatch) => stream_measurements('mail', { signal, onBatch })),
			() => leave(stream_measurements('checkout', { hours: 6 })),
			() => first(stream_measurements('checkout').readable()),
			() => stream_measurements('checkout', { onChunk() {} }).close()
		],
		text: [
			() => closed((onLine) => stream_log('checkout', { onLine })),
			() => aborted((signal, onChunk) => stream_log('checkout', { signal, onChunk })),
			() => leave(stream_log('checkout').lines()),
			() => leave(stream_log('checkout').chunks()),
			() => first(stream_log('checkout').readable())
		],
		download: [
			() => download(0, true),
			() => download(8000, true),
			() => download(30, false),
			() => download(0, false)
		],
		post: [
			() => closed((token) => ask(question, { on: { token } })),
			() => aborted((signal, onMessage) => ask(question, { signal, onMessage })),
			() => leave(ask(question)),
			() => closed((onOpen) => ask(question, { onOpen }))
		]
	};

	const run = async (ways) => {
		let next = 0;
		const worker = async () => {
			while (next < count) await ways[next++ % ways.length]();
		};
		await Promise.all(Array.from({ length: atOnce }, worker));
	};
	const took = {};
	for (const [kind, ways] of Object.entries(kinds)) {
		const started = performance.now();
		await run(ways);
		took[kind] = Math.round(performance.now() - started);
	}
	return took;
}
