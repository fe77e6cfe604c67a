/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/routers/telemetry.py, written by FluidKit: edits are overwritten.
import { hot, query, segment } from './runtime/client.js';
import { ndjson } from './runtime/ndjson.js';
import { chunks } from './runtime/text.js';

export const stream_measurements = /* @__PURE__ */ ndjson(
	'GET',
	'/services/{slug}/measurements',
	[/* @__PURE__ */ segment('slug')],
	{ hours: /* @__PURE__ */ query('hours') }
);
export const stream_log = /* @__PURE__ */ chunks(
	'GET',
	'/services/{slug}/log',
	[/* @__PURE__ */ segment('slug')]
);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { stream_measurements, stream_log });
}
