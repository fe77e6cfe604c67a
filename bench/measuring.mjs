// How the benchmarks measure: contestants take turns in one process, and the best round counts. What is
// counted is the processor's time, as other programs may run meanwhile.

/** Milliseconds that this process has had of the processor, with all of its threads. */
export function spent() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/** Megabytes (10^6 bytes) a second of each contestant. `run()` does the work once. */
export function throughput(contestants, bytes, rounds = 40) {
	const best = new Map(Object.keys(contestants).map((name) => [name, 0]));
	for (let round = 0; round < rounds; round++) {
		for (const [name, run] of Object.entries(contestants)) {
			const start = spent();
			run();
			const seconds = (spent() - start) / 1000;
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
