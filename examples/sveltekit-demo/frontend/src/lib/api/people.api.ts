/** Typed client of examples/sveltekit-demo/backend/app/routers/people.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/people.js, types: ./generated/people.d.ts */
export {
	list_people // GET /people
} from './generated/people.js';
export { type PersonOut, Role } from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
