/** Typed client of shop/routers/users.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/users.js, types: ./generated/users.d.ts */
export {
	get_user, // GET /users/{id}
	list_users, // GET /users
	create_user, // POST /users
	delete_, // DELETE /users/{id}
	set_avatar, // POST /users/{id}/avatar
	search_users_get_users_search, // GET /users/search
	search_users_post_users_search // POST /users/search
} from './generated/users.js';
export {
	type Filter,
	type NotFound,
	type Page,
	Role,
	type Shape,
	type Tree,
	type User,
	type UserInput
} from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
