/** Typed client of apps/ugly_vendor.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/ugly_vendor.js, types: ./generated/ugly_vendor.d.ts */
export {
	login, // POST /auth/login
	logout, // POST /auth/logout
	me, // GET /auth/me
	type Account,
	type BearerResponse,
	type VendorError
} from './generated/ugly_vendor.js';
if (import.meta.hot) import.meta.hot.accept();
