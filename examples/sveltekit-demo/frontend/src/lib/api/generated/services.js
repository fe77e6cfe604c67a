/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/routers/services.py, written by FluidKit: edits are overwritten.
import { hot, json, segment } from './runtime/client.js';

export const list_services = /* @__PURE__ */ json('GET', '/services', []);
export const get_service = /* @__PURE__ */ json(
	'GET',
	'/services/{slug}',
	[/* @__PURE__ */ segment('slug')]
);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { list_services, get_service });
}
