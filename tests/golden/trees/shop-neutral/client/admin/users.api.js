/** Typed client of shop/routers/admin/users.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ../generated/admin/users.js, types: ../generated/admin/users.d.ts */
export {
	getUser, // GET /admin/users/{id}
	updateUser // PATCH /admin/users/{id}
} from '../generated/admin/users.js';
export { Role } from '../generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
