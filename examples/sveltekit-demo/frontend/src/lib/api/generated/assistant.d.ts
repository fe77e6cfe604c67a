/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/routers/assistant.py, written by FluidKit: edits are overwritten.
import type { Question, Source, Token } from './models.js';
import type { EventStream, EventStreamOptions } from './runtime/sse.js';

/**
 * Answer a question about the board, word by word, and then name the incidents that it is about.
 *
 * `POST /assistant`
 */
export declare function ask(
	question: Question,
	options?: EventStreamOptions<{ token: Token; source: Source }>
): EventStream<{ token: Token; source: Source }>;
//# sourceMappingURL=assistant.d.ts.map
