import { read } from '$lib/reading.js';

export const load = async ({ params, url }) => ({
	count: await read(params.kind, params.run, url.searchParams.get('way'))
});
