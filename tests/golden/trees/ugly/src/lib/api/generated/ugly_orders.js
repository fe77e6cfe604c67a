/* eslint-disable */
// Client of apps/ugly_orders.py, written by FluidKit: edits are overwritten.
import { cookie, empty, field, header, hot, json, query, rest, segment } from './runtime/client.js';

export const list_items = /* @__PURE__ */ json(
	'GET',
	'/orders/items',
	[/* @__PURE__ */ query('kind'), /* @__PURE__ */ header('x-tenant'), /* @__PURE__ */ header('x-audit')],
	{
		page: /* @__PURE__ */ query('page'),
		size: /* @__PURE__ */ query('size'),
		x_trace: /* @__PURE__ */ header('x-trace'),
		session: /* @__PURE__ */ cookie('session'),
		tag: /* @__PURE__ */ query('tag'),
		dry_run: /* @__PURE__ */ query('dry_run')
	}
);
export const replace_item = /* @__PURE__ */ json(
	'PUT',
	'/orders/items/{item_id}/{p}',
	[/* @__PURE__ */ segment('item_id'), /* @__PURE__ */ rest('p'), /* @__PURE__ */ field('item'), /* @__PURE__ */ field('importance'), /* @__PURE__ */ header('x-audit')],
	{ note: /* @__PURE__ */ field('note'), dry_run: /* @__PURE__ */ query('dry_run') }
);
export const patch_item = /* @__PURE__ */ json(
	'PATCH',
	'/orders/items/{item_id}',
	[/* @__PURE__ */ segment('item_id'), /* @__PURE__ */ field('item'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const delete_ = /* @__PURE__ */ empty(
	'DELETE',
	'/orders/items/{item_id}',
	[/* @__PURE__ */ segment('item_id'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const list_users = /* @__PURE__ */ json(
	'GET',
	'/orders/users',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const Priority = { LOW: 1, HIGH: 2 };

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { list_items, replace_item, patch_item, delete_, list_users });
}
