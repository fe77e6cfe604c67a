/* eslint-disable */
// Client of apps/ugly_orders.py, written by FluidKit: edits are overwritten.
import { cookie, empty, field, header, hot, json, query, rest, segment } from './runtime/client.js';

export const list_items = /* @__PURE__ */ json(
	'GET',
	'/orders/items',
	[query('kind'), header('x-tenant'), header('x-audit')],
	{
		page: query('page'),
		size: query('size'),
		x_trace: header('x-trace'),
		session: cookie('session'),
		tag: query('tag'),
		dry_run: query('dry_run')
	}
);
export const replace_item = /* @__PURE__ */ json(
	'PUT',
	'/orders/items/{item_id}/{p}',
	[segment('item_id'), rest('p'), field('item'), field('importance'), header('x-audit')],
	{ note: field('note'), dry_run: query('dry_run') }
);
export const patch_item = /* @__PURE__ */ json(
	'PATCH',
	'/orders/items/{item_id}',
	[segment('item_id'), field('item'), header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const delete_ = /* @__PURE__ */ empty(
	'DELETE',
	'/orders/items/{item_id}',
	[segment('item_id'), header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const list_users = /* @__PURE__ */ json('GET', '/orders/users', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const Priority = { LOW: 1, HIGH: 2 };

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { list_items, replace_item, patch_item, delete_, list_users });
}
