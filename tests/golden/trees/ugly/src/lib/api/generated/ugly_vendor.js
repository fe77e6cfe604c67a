/* eslint-disable */
// Client of apps/ugly_vendor.py, written by FluidKit: edits are overwritten.
import { empty, form, header, hot, json, query } from './runtime/client.js';

export const login = /* @__PURE__ */ json(
	'POST',
	'/auth/login',
	[/* @__PURE__ */ form('username'), /* @__PURE__ */ form('password'), /* @__PURE__ */ header('x-audit')],
	{
		grant_type: /* @__PURE__ */ form('grant_type'),
		scope: /* @__PURE__ */ form('scope'),
		client_id: /* @__PURE__ */ form('client_id'),
		client_secret: /* @__PURE__ */ form('client_secret'),
		dry_run: /* @__PURE__ */ query('dry_run')
	}
);
export const logout = /* @__PURE__ */ empty(
	'POST',
	'/auth/logout',
	[/* @__PURE__ */ header('x-audit')],
	{ q: /* @__PURE__ */ query('q'), dry_run: /* @__PURE__ */ query('dry_run') }
);
export const me = /* @__PURE__ */ json('GET', '/auth/me', [/* @__PURE__ */ header('x-audit')], {
	q: /* @__PURE__ */ query('q'),
	dry_run: /* @__PURE__ */ query('dry_run')
});

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, { login, logout, me });
}
