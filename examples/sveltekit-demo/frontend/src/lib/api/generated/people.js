/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/routers/people.py, written by FluidKit: edits are overwritten.
import { hot, json } from './runtime/client.js';

export const list_people = /* @__PURE__ */ json('GET', '/people', []);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { list_people });
}
