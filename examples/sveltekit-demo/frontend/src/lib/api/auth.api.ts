/** Typed client of examples/sveltekit-demo/backend/app/routers/auth.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/auth.js, types: ./generated/auth.d.ts */
export {
	login, // POST /login
	logout, // POST /logout
	who_am_i // GET /me
} from './generated/auth.js';
export type { NotLoggedIn } from './generated/errors.js';
export { type Credentials, type PersonOut, Role } from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
