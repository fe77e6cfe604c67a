import * as api from './lib/api/main.api';
import { doAll } from './lib/cases.js';

export async function handle({ event, resolve }) {
	const run = event.url.pathname === '/hooked' && event.url.searchParams.get('run');
	// Not answered here: SvelteKit adds cookies only to what it has resolved itself.
	if (run) event.locals.results = await doAll(api, { run });
	return resolve(event);
}
