import * as api from '../../lib/api/main.api';
import { doAll } from '../../lib/cases.js';

export const prerender = true;

export const load = async ({ fetch }) => ({
	results: await doAll(api, { run: 'prerendered-universal', options: { fetch } })
});
