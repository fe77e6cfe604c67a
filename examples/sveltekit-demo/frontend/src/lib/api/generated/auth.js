/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/routers/auth.py, written by FluidKit: edits are overwritten.
import { body, empty, hot, json } from './runtime/client.js';

export const login = /* @__PURE__ */ json('POST', '/login', [body]);
export const logout = /* @__PURE__ */ empty('POST', '/logout', []);
export const who_am_i = /* @__PURE__ */ json('GET', '/me', []);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { login, logout, who_am_i });
}
