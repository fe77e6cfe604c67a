/** Typed client of examples/sveltekit-demo/frontend/src/routes/oncall/oncall.api.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ../../lib/api/generated/oncall/oncall.js, types: ../../lib/api/generated/oncall/oncall.d.ts */
export {
	list_shifts, // GET /oncall/shifts
	type Shift
} from '../../lib/api/generated/oncall/oncall.js';
export { type PersonOut, Role } from '../../lib/api/generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
