/* eslint-disable */
// Client of shop/routers/admin/users.py, written by FluidKit: edits are overwritten.
import { body, cookie, empty, header, hot, json, query, segment } from '../runtime/client.js';

export const get_user = /* @__PURE__ */ json(
	'GET',
	'/admin/users/{id}',
	[/* @__PURE__ */ segment('id')]
);
export const update_user = /* @__PURE__ */ empty(
	'PATCH',
	'/admin/users/{id}',
	[/* @__PURE__ */ segment('id'), body, /* @__PURE__ */ header('x-reason')],
	{ session: /* @__PURE__ */ cookie('session'), timeout_: /* @__PURE__ */ query('timeout') }
);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { get_user, update_user });
}
