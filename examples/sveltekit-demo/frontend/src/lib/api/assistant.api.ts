/** Typed client of examples/sveltekit-demo/backend/app/routers/assistant.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/assistant.js, types: ./generated/assistant.d.ts */
export {
	ask // POST /assistant
} from './generated/assistant.js';
export type { Question, Source, Token } from './generated/models.js';
if (import.meta.hot) import.meta.hot.accept();
