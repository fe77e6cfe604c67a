// The same in Node, without Vite and without SvelteKit.

import { doAll } from './src/lib/cases.js';

const [client] = process.argv.slice(2);
const api = await import(client);
process.stdout.write(JSON.stringify(await doAll(api, { run: 'node', visible: true })));
