/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/routers/attachments.py, written by FluidKit: edits are overwritten.
import { hot, json, part, segment } from './runtime/client.js';
import { file } from './runtime/download.js';

export const list_attachments = /* @__PURE__ */ json(
	'GET',
	'/incidents/{incident_id}/attachments',
	[/* @__PURE__ */ segment('incident_id')]
);
export const upload_attachment = /* @__PURE__ */ json(
	'POST',
	'/incidents/{incident_id}/attachments',
	[/* @__PURE__ */ segment('incident_id'), /* @__PURE__ */ part('file')],
	{ caption: /* @__PURE__ */ part('caption') }
);
export const download_attachment = /* @__PURE__ */ file(
	'GET',
	'/attachments/{attachment_id}',
	[/* @__PURE__ */ segment('attachment_id')]
);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { list_attachments, upload_attachment, download_attachment });
}
