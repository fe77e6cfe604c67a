/** Typed client of shop/routers/users.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/users.js, types: ./generated/users.d.ts */
export {
	getUser, // GET /users/{id}
	listUsers, // GET /users
	createUser, // POST /users
	delete_, // DELETE /users/{id}
	setAvatar, // POST /users/{id}/avatar
	searchUsersGetUsersSearch, // GET /users/search
	searchUsersPostUsersSearch // POST /users/search
} from './generated/users.js';
export { Role } from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
