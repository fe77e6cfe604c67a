/* eslint-disable */
// Client of shop/routers/users.py, written by FluidKit: edits are overwritten.
import { body, empty, hot, json, part, queries, query, segment } from './runtime/client.js';

export const get_user = /* @__PURE__ */ json('GET', '/users/{id}', [segment('id')]);
export const list_users = /* @__PURE__ */ json('GET', '/users', [query('q')], {
	page: query('page'),
	tag: query('tag')
});
export const create_user = /* @__PURE__ */ json('POST', '/users', [body]);
export const delete_ = /* @__PURE__ */ empty('DELETE', '/users/{id}', [segment('id')]);
export const set_avatar = /* @__PURE__ */ json(
	'POST',
	'/users/{id}/avatar',
	[segment('id'), part('avatar')],
	{ caption: part('caption') }
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
