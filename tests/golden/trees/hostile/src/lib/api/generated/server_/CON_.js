/* eslint-disable */
// Client of evil/ */ server/CON.py, written by FluidKit: edits are overwritten.
import { bodyAs, hot, json, query, segment } from '../runtime/client.js';
import { sse } from '../runtime/sse.js';

export const ___globalThis_HACKED___1______$_globalThis_HACKED___1_____script____________________link_x___deprecated = /* @__PURE__ */ json(
	'POST',
	"/%60${x}/%22'/*/%20globalThis.HACKED%20=%201;%20/*%20%60$%7BglobalThis.HACKED%20=%201%7D%60%20%3C/script%3E%3C!--%20%22'%5C%20%E2%80%A8%E2%80%A9%0D%0A%00%EF%BB%BF%3F%20%7B@link%20x%7D%20@deprecated/{id}",
	[/* @__PURE__ */ segment('id'), /* @__PURE__ */ bodyAs("application/x+json; x=*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated")],
	{
		q___globalThis_HACKED___1______$_globalThis_HACKED___1_____script____________________link_x___deprecated: /* @__PURE__ */ query("*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated"),
		['__proto__']: /* @__PURE__ */ query('__proto__')
	}
);
export const events = /* @__PURE__ */ sse('GET', '/events', [], {}, {
	endless: true,
	text: ['__proto__', 'a-b']
});
export const twice_get_overloaded = /* @__PURE__ */ json('GET', '/overloaded', []);
export const twice_post_overloaded = /* @__PURE__ */ json('POST', '/overloaded', []);
export const same_get_a_b_3c8680 = /* @__PURE__ */ json('GET', '/a-b', []);
export const same_get_a_b_3b7805 = /* @__PURE__ */ json('GET', '/a_b', []);
export const _lambda_ = /* @__PURE__ */ json('GET', '/lambda', []);
export const ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff = /* @__PURE__ */ json(
	'GET',
	'/long',
	[]
);
export const Color_get_clash = /* @__PURE__ */ json('GET', '/clash', []);
export const User = /* @__PURE__ */ json('GET', '/meeting', []);
export const Color = {
	RED: 'red',
	'a b': "*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` \u003c/script>\u003c!-- \"'\\ \u2028\u2029\r\n\u0000\ufeff\ud800 {@link x} @deprecated",
	['__proto__']: 'p',
	'1': 1,
	none: null,
	half: 0.5,
	nan: null,
	big: null,
	flag: true
};
export const Described = { a: 'a' };

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, {
		___globalThis_HACKED___1______$_globalThis_HACKED___1_____script____________________link_x___deprecated,
		events,
		twice_get_overloaded,
		twice_post_overloaded,
		same_get_a_b_3c8680,
		same_get_a_b_3b7805,
		_lambda_,
		ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,
		Color_get_clash,
		User
	});
}
