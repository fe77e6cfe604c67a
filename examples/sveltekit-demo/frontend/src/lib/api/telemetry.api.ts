/** Typed client of examples/sveltekit-demo/backend/app/routers/telemetry.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/telemetry.js, types: ./generated/telemetry.d.ts */
export {
	stream_measurements, // GET /services/{slug}/measurements
	stream_log // GET /services/{slug}/log
} from './generated/telemetry.js';
export type { NotFound } from './generated/errors.js';
export type { Measurement } from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
