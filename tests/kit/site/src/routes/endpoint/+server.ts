import * as api from '../../lib/api/main.api';
import { doAll } from '../../lib/cases.js';

export const GET = async ({ url }) =>
	Response.json(await doAll(api, { run: url.searchParams.get('run') }));
