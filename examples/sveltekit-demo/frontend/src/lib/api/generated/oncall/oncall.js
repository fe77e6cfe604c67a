/* eslint-disable */
// Client of examples/sveltekit-demo/frontend/src/routes/oncall/oncall.api.py, written by FluidKit: edits are overwritten.
import { hot, json, query } from '../runtime/client.js';

export const list_shifts = /* @__PURE__ */ json('GET', '/oncall/shifts', [], {
	weeks: /* @__PURE__ */ query('weeks')
});

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { list_shifts });
}
