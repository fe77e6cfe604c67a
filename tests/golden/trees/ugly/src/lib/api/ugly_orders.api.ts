/** Typed client of apps/ugly_orders.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/ugly_orders.js, types: ./generated/ugly_orders.d.ts */
export {
	list_items, // GET /orders/items
	replace_item, // PUT /orders/items/{item_id}/{p}
	patch_item, // PATCH /orders/items/{item_id}
	delete_, // DELETE /orders/items/{item_id}
	list_users, // GET /orders/users
	type Item,
	type ItemExcludeUnset,
	type ItemInput,
	type Page,
	Priority,
	type UserExcludeNone
} from './generated/ugly_orders.js';
if (import.meta.hot) import.meta.hot.accept();
