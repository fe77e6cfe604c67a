import * as api from '../../lib/api/main.api';
import { doAll } from '../../lib/cases.js';

export const load = async ({ fetch, url }) => {
	const run = url.searchParams.get('run');
	// No browser sends a body in chunks over HTTP/1.1.
	const without = import.meta.env.SSR ? [] : ['chunked'];
	return { results: await doAll(api, { run, options: { fetch }, without }) };
};
