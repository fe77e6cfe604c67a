/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/routers/notifications.py, written by FluidKit: edits are overwritten.
import { header, hot, json, query } from './runtime/client.js';
import { sse } from './runtime/sse.js';

export const list_notifications = /* @__PURE__ */ json('GET', '/notifications', [], {
	limit: /* @__PURE__ */ query('limit')
});
export const stream_notifications = /* @__PURE__ */ sse('GET', '/notifications/stream', [], {
	last_event_id: /* @__PURE__ */ header('last-event-id')
}, { endless: true });

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { list_notifications, stream_notifications });
}
