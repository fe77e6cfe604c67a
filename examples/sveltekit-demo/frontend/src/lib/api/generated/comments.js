/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/routers/comments.py, written by FluidKit: edits are overwritten.
import { body, empty, hot, json, segment } from './runtime/client.js';

export const list_comments = /* @__PURE__ */ json(
	'GET',
	'/incidents/{incident_id}/comments',
	[/* @__PURE__ */ segment('incident_id')]
);
export const create_comment = /* @__PURE__ */ json(
	'POST',
	'/incidents/{incident_id}/comments',
	[/* @__PURE__ */ segment('incident_id'), body]
);
export const delete_comment = /* @__PURE__ */ empty(
	'DELETE',
	'/comments/{comment_id}',
	[/* @__PURE__ */ segment('comment_id')]
);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { list_comments, create_comment, delete_comment });
}
