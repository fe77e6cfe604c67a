/* eslint-disable */
// Client of shop/routers/files.py, written by FluidKit: edits are overwritten.
import { hot, part, raw, response, rest, text } from './runtime/client.js';
import { file } from './runtime/download.js';

export const download_file = /* @__PURE__ */ file(
	'GET',
	'/files/{path}',
	[/* @__PURE__ */ rest('path')]
);
export const put_file = /* @__PURE__ */ response(
	'PUT',
	'/files/{path}',
	[/* @__PURE__ */ rest('path'), /* @__PURE__ */ raw('application/octet-stream')]
);
export const upload_files = /* @__PURE__ */ text(
	'POST',
	'/files',
	[/* @__PURE__ */ part('files')],
	{ title: /* @__PURE__ */ part('title') }
);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { download_file, put_file, upload_files });
}
