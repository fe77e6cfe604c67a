/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/routers/reports.py, written by FluidKit: edits are overwritten.
import { hot, segment } from './runtime/client.js';
import { file } from './runtime/download.js';

export const download_report = /* @__PURE__ */ file(
	'GET',
	'/reports/{language}',
	[/* @__PURE__ */ segment('language')]
);
export const Language = { english: 'en', german: 'de' };

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { download_report });
}
