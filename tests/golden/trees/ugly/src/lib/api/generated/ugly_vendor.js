/* eslint-disable */
// Client of apps/ugly_vendor.py, written by FluidKit: edits are overwritten.
import { empty, form, header, hot, json, query } from './runtime/client.js';

export const login = /* @__PURE__ */ json(
	'POST',
	'/auth/login',
	[form('username'), form('password'), header('x-audit')],
	{
		grant_type: form('grant_type'),
		scope: form('scope'),
		client_id: form('client_id'),
		client_secret: form('client_secret'),
		dry_run: query('dry_run')
	}
);
export const logout = /* @__PURE__ */ empty('POST', '/auth/logout', [header('x-audit')], {
	q: query('q'),
	dry_run: query('dry_run')
});
export const me = /* @__PURE__ */ json('GET', '/auth/me', [header('x-audit')], {
	q: query('q'),
	dry_run: query('dry_run')
});

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { login, logout, me });
}
