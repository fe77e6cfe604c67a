// How the benchmarks measure: contestants take turns in one process, and the best round counts, as
// whatever else the machine does can only slow a round down.

/** Megabytes (10^6 bytes) a second of each contestant. `run()` does the work once. */
export function throughput(contestants, bytes, rounds = 40) {
	const best = new Map(Object.keys(contestants).map((name) => [name, 0]));
	for (let round = 0; round < rounds; round++) {
		for (const [name, run] of Object.entries(contestants)) {
			const start = performance.now();
			run();
			const seconds = (performance.now() - start) / 1000;
			best.set(name, Math.max(best.get(name), bytes / 1e6 / seconds));
		}
	}
	return best;
}

/** Cut bytes into pieces of this size. */
export function pieces(bytes, size) {
	const cut = [];
	for (let i = 0; i < bytes.length; i += size) cut.push(bytes.subarray(i, i + size));
	return cut;
}

/** One line: each contestant's figure, and how many times that of the last one it is. */
export function line(title, best) {
	const base = [...best.values()].at(-1);
	const figures = [...best].map(
		([name, value]) => `${name} ${value.toFixed(0).padStart(5)} MB/s (${(value / base).toFixed(2)})`
	);
	return `${title.padEnd(34)} ${figures.join('   ')}`;
}
