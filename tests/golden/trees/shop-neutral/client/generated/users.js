/* eslint-disable */
// Client of shop/routers/users.py, written by FluidKit: edits are overwritten.
import { body, empty, hot, json, part, queries, query, segment } from './runtime/client.js';

export const getUser = /* @__PURE__ */ json('GET', '/users/{id}', [segment('id')]);
export const listUsers = /* @__PURE__ */ json('GET', '/users', [query('q')], {
	page: query('page'),
	tag: query('tag')
});
export const createUser = /* @__PURE__ */ json('POST', '/users', [body]);
export const delete_ = /* @__PURE__ */ empty('DELETE', '/users/{id}', [segment('id')]);
export const setAvatar = /* @__PURE__ */ json(
	'POST',
	'/users/{id}/avatar',
	[segment('id'), part('avatar')],
	{ caption: part('caption') }
);
export const searchUsersGetUsersSearch = /* @__PURE__ */ json('GET', '/users/search', [queries]);
export const searchUsersPostUsersSearch = /* @__PURE__ */ json('POST', '/users/search', [body]);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, {
		getUser,
		listUsers,
		createUser,
		delete_,
		setAvatar,
		searchUsersGetUsersSearch,
		searchUsersPostUsersSearch
	});
}
