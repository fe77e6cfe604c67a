// What all probes share: each is run for itself, and what it brings or throws is written down.

export type Probes = { [row: string]: () => Promise<unknown> };

export const base: string = process.argv[2]!;
(globalThis as any).base = base;

const limit = (promise: Promise<unknown>): Promise<unknown> =>
	Promise.race([
		promise,
		new Promise((_, reject) => setTimeout(() => reject(new Error('nothing for 5 s')), 5000).unref())
	]);

export const count = async (): Promise<number> => (await fetch(`${base}/open`)).json();

/** Wait until no generator runs. */
export async function ended(): Promise<boolean> {
	for (let i = 0; i < 60; i++) {
		if ((await count()) === 0) return true;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return false;
}

export async function run(probes: Probes): Promise<void> {
	const found: { [row: string]: unknown } = {};
	for (const [row, probe] of Object.entries(probes)) {
		try {
			found[row] = { value: await limit(probe()) };
		} catch (error: any) {
			found[row] = { error: `${error?.name ?? typeof error}: ${error?.message ?? JSON.stringify(error)}` };
		}
	}
	console.log(JSON.stringify(found));
	process.exit();
}

export const shown = (value: unknown): string => JSON.stringify(value) ?? 'undefined';

/** The paths that are asked for while something runs. */
export async function asked(call: () => Promise<unknown>): Promise<string[]> {
	const real = globalThis.fetch;
	const paths: string[] = [];
	globalThis.fetch = (async (input: any, init?: any) => {
		paths.push(new URL(input.url ?? String(input), base).pathname);
		return real(input, init);
	}) as typeof fetch;
	try {
		await call();
	} catch {
		// Only what was asked counts.
	} finally {
		globalThis.fetch = real;
	}
	return paths;
}
