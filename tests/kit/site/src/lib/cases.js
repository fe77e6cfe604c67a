// What is called: the same calls in every place, and what each of them has come to.

const LARGE = 5_000_000;

/** A case is given the client, the name of its run, and the options of each call in this place. */
export const cases = {
	json: ({ api, run, options }) => api.get_greeting(run, options),

	async 'set-cookie'({ api, run, options, visible }) {
		const call = api.log_in(run, options);
		// Where no browser keeps cookies, whoever calls may read them.
		if (!visible) return call;
		return (await call.response()).headers.getSetCookie();
	},

	'redirect-307': ({ api, run, options }) => api.post_moved(run, { note: 'n' }, options),

	'redirect-303': ({ api, run, options }) => api.post_seen_there(run, { note: 'n' }, options),

	purge: ({ api, run, options }) => api.purge_notes(run, options),

	async 204({ api, run, options }) {
		const result = await api.delete_note(run, options).result();
		return [result.status, result.data ?? null];
	},

	async 304({ api, run, options }) {
		const headers = { 'if-none-match': '"1"' };
		const result = await api.get_current(run, { ...options, headers }).result();
		return [result.status, result.data ?? null];
	},

	async gzip({ api, run, options }) {
		const numbers = await api.get_zipped(run, options);
		const always = await api.get_zipped_always(run, options);
		return [numbers.length, numbers.at(-1), always.length, always.at(-1)];
	},

	upload: ({ api, run, options }) => api.upload(run, large(), options),

	chunked: ({ api, run, options }) => api.count(run, inPieces(), options),

	async download({ api, run, options }) {
		const file = await api.download(run, options);
		const bytes = new Uint8Array(await file.arrayBuffer());
		return [file.name, bytes.length, bytes.at(-1)];
	},

	async sse({ api, run, options }) {
		const events = [];
		for await (const event of api.stream_events(run, options)) {
			if (event.type === 'end') break;
			events.push([event.type, event.lastEventId, event.json.number]);
		}
		return events;
	},

	async ndjson({ api, run, options }) {
		const records = [];
		for await (const record of api.stream_records(run, options)) records.push(record.number);
		return records;
	},

	async text({ api, run, options }) {
		const lines = [];
		for await (const line of api.stream_text(run, options).lines()) lines.push(line);
		return lines;
	},

	async 'leave-stream'({ api, run, options }) {
		const seen = [];
		for await (const event of api.stream_endless(run, options)) {
			seen.push(event.lastEventId);
			if (seen.length === 3) break;
		}
		return seen;
	},

	async 'abort-call'({ api, run, options }) {
		// Each question is a new one, also for a `load` that runs again in the browser.
		const begun = () => api.get_begun(run, Math.random(), options);
		const before = await begun();
		const controller = new AbortController();
		const call = failureOf(api.get_slow(run, { ...options, signal: controller.signal }));
		while ((await begun()) === before) await new Promise((resolve) => setTimeout(resolve, 20));
		controller.abort();
		const { name, status, cause } = await call;
		return [name, status, cause.name];
	},

	async error({ api, run, options }) {
		const { name, status, detail } = await failureOf(api.get_missing(run, options));
		return [name, status, detail];
	}
};

const large = () => new File([new Uint8Array(LARGE).fill(7)], 'large.bin');

/** A body whose length nobody knows. */
function inPieces() {
	let left = LARGE / 50_000;
	return new ReadableStream({
		pull(controller) {
			if (left-- > 0) controller.enqueue(new Uint8Array(50_000).fill(7));
			else controller.close();
		}
	});
}

const failureOf = (call) =>
	call.then(
		(data) => ({ name: 'none', data }),
		(error) => error
	);

/** Do everything, one after the other, and tell what came of each: a value, or what was thrown. */
export async function doAll(api, { run, options = {}, ...more }) {
	const results = {};
	for (const [name, act] of Object.entries(cases)) {
		if (more.without?.includes(name)) continue;
		try {
			const value = await act({ api, run: `${run}-${name}`, options, ...more });
			results[name] = { value };
		} catch (error) {
			results[name] = { error: `${error?.stack ?? error} / ${error?.cause?.stack}` };
		}
	}
	return results;
}
