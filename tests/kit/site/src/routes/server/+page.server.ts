import * as api from '../../lib/api/main.api';
import { doAll } from '../../lib/cases.js';

export const load = async ({ url }) => ({
	results: await doAll(api, { run: url.searchParams.get('run') })
});
