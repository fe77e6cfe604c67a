/* eslint-disable */
// Client of shop/routers/live.py, written by FluidKit: edits are overwritten.
import { body, hot, json, query, segment } from './runtime/client.js';
import { ndjson } from './runtime/ndjson.js';
import { sse } from './runtime/sse.js';
import { withStream } from './runtime/stream.js';
import { chunks } from './runtime/text.js';

export const stream_notifications = /* @__PURE__ */ sse(
	'GET',
	'/users/{user_id}/notifications',
	[/* @__PURE__ */ segment('user_id')],
	{ on_: /* @__PURE__ */ query('on') },
	{ endless: true, text: ['message'] }
);
export const watch = /* @__PURE__ */ sse('GET', '/events', []);
export const stream_analytics_data = /* @__PURE__ */ ndjson('GET', '/analytics', []);
export const stream_logs = /* @__PURE__ */ chunks('GET', '/logs', []);
export const chat = /* @__PURE__ */ withStream(
	/* @__PURE__ */ json('POST', '/chat', [body]),
	/* @__PURE__ */ sse('POST', '/chat', [body], {}, { endless: false })
);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, {
		stream_notifications,
		watch,
		stream_analytics_data,
		stream_logs,
		chat
	});
}
