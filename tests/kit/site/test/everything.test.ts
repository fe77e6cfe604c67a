// The same in Vitest, as somebody tests a front end against a server.

import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import * as api from '../src/lib/api/main.api';
import { doAll } from '../src/lib/cases.js';

test('everything', async () => {
	const results = await doAll(api, { run: 'vitest', visible: true });
	writeFileSync(process.env.RESULTS!, JSON.stringify(results));
});
