/** Typed client of examples/sveltekit-demo/backend/app/routers/services.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/services.js, types: ./generated/services.d.ts */
export {
	list_services, // GET /services
	get_service // GET /services/{slug}
} from './generated/services.js';
export type { NotFound } from './generated/errors.js';
export { type PersonOut, Role, type ServiceOut, Severity } from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
