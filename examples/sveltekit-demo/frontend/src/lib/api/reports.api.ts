/** Typed client of examples/sveltekit-demo/backend/app/routers/reports.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/reports.js, types: ./generated/reports.d.ts */
export {
	download_report, // GET /reports/{language}
	Language
} from './generated/reports.js';
if (import.meta.hot) import.meta.hot.accept();
