// Open a stream of each kind, leave it in each way, and measure how soon its generator has ended.
// Arguments: the client's module, its index, the base URL, a prefix for the names of runs.

const [module, index, baseUrl, prefix] = process.argv.slice(2);
const api = await import(module);
(await import(index)).configure({ baseUrl });

const kinds = Object.keys(api).filter((name) => !['seen', 'file'].includes(name));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const open = (kind, run, options) =>
	api[kind](kind.endsWith('_posted') ? { run } : run, options);

/** Each resolves once the first item has come and the reader has left. */
const ways = {
	close: (kind, run) =>
		new Promise((resolve) => {
			const leave = () => {
				stream.close();
				resolve();
			};
			const stream = open(kind, run, { onMessage: leave, onChunk: leave });
		}),
	async break(kind, run) {
		for await (const _ of open(kind, run)) break;
	},
	async abort(kind, run) {
		const controller = new AbortController();
		const { signal } = controller;
		const leave = () => controller.abort();
		await open(kind, run, { signal, onMessage: leave, onChunk: leave }).done.catch(() => {});
	},
	async throw(kind, run) {
		const leave = () => {
			throw new Error('mine');
		};
		const options = { onMessage: leave, onChunk: leave, onError() {} };
		await open(kind, run, options).done.catch(() => {});
	}
};

const left = {};
const seconds = {};

/** Ask until the generators of these runs have ended, or a long time has passed. */
async function observe(runs) {
	const waiting = new Set(runs);
	// Starlette leaves what a thread was reading to the garbage collection; so does FastAPI with
	// its own streams where they are cancelled while a record is being handed on.
	const collect = runs.some((run) => /sync|native/.test(run));
	while (waiting.size) {
		const { ended } = await api.seen({ collect });
		const now = performance.now();
		for (const run of waiting) {
			if (!ended.includes(run) && now - left[run] < 5000) continue;
			seconds[run.slice(prefix.length)] = (now - left[run]) / 1000;
			waiting.delete(run);
		}
		await pause(collect ? 50 : 5);
	}
}

async function leave(kind, way) {
	const run = `${prefix}${kind} ${way}`;
	await ways[way](kind, run);
	left[run] = performance.now();
	return run;
}

for (const kind of kinds) {
	await observe(await Promise.all(Object.keys(ways).map((way) => leave(kind, way))));
}

const run = `${prefix}file abort`;
const controller = new AbortController();
const onProgress = ({ loaded }) => loaded && controller.abort();
await api.file(run, { signal: controller.signal, onProgress }).catch(() => {});
left[run] = performance.now();
await observe([run]);

console.log(JSON.stringify(seconds));
