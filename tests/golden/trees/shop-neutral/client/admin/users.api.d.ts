/** Typed client of shop/routers/admin/users.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ../generated/admin/users.js, types: ../generated/admin/users.d.ts */
export {
	getUser, // GET /admin/users/{id}
	updateUser, // PATCH /admin/users/{id}
	type User as AdminUsersUser
} from '../generated/admin/users.js';
export type { BaseUserUpdate } from '../generated/fastapi_users/schemas.js';
export { type User as ModelsUser, Role, type Shape, type Tree } from '../generated/models.js';
