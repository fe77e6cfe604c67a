/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/routers/assistant.py, written by FluidKit: edits are overwritten.
import { body, hot } from './runtime/client.js';
import { sse } from './runtime/sse.js';

export const ask = /* @__PURE__ */ sse('POST', '/assistant', [body], {}, { endless: false });

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { ask });
}
