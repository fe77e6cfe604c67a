/* eslint-disable */
// Client of shop/routers/users.py, written by FluidKit: edits are overwritten.
import { body, empty, hot, json, part, queries, query, segment } from './runtime/client.js';

export const get_user = /* @__PURE__ */ json('GET', '/users/{id}', [/* @__PURE__ */ segment('id')]);
export const list_users = /* @__PURE__ */ json('GET', '/users', [/* @__PURE__ */ query('q')], {
	page: /* @__PURE__ */ query('page'),
	tag: /* @__PURE__ */ query('tag')
});
export const create_user = /* @__PURE__ */ json('POST', '/users', [body]);
export const delete_ = /* @__PURE__ */ empty(
	'DELETE',
	'/users/{id}',
	[/* @__PURE__ */ segment('id')]
);
export const set_avatar = /* @__PURE__ */ json(
	'POST',
	'/users/{id}/avatar',
	[/* @__PURE__ */ segment('id'), /* @__PURE__ */ part('avatar')],
	{ caption: /* @__PURE__ */ part('caption') }
);
export const search_users_get_users_search = /* @__PURE__ */ json('GET', '/users/search', [queries]);
export const search_users_post_users_search = /* @__PURE__ */ json('POST', '/users/search', [body]);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, {
		get_user,
		list_users,
		create_user,
		delete_,
		set_avatar,
		search_users_get_users_search,
		search_users_post_users_search
	});
}
