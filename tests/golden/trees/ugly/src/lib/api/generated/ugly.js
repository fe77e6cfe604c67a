/* eslint-disable */
// Client of apps/ugly.py, written by FluidKit: edits are overwritten.
import {
	body,
	bodyAs,
	cookies,
	empty,
	field,
	form as form$1,
	forms,
	header,
	headers,
	hot,
	json,
	part,
	parts,
	queries,
	query,
	raw as raw$1,
	response,
	rest,
	segment,
	text as text$1
} from './runtime/client.js';
import { file as file$1 } from './runtime/download.js';
import { ndjson } from './runtime/ndjson.js';
import { sse } from './runtime/sse.js';

export const index = /* @__PURE__ */ text$1('GET', '/', [/* @__PURE__ */ header('x-audit')], {
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const get_item = /* @__PURE__ */ json(
	'GET',
	'/items/{item_id}',
	[/* @__PURE__ */ segment('item_id'), /* @__PURE__ */ header('x-audit')],
	{
		q: /* @__PURE__ */ query('q'),
		color: /* @__PURE__ */ query('color'),
		price: /* @__PURE__ */ query('max-price'),
		dry_run: /* @__PURE__ */ query('dry_run')
	}
);
export const several_delete_several = /* @__PURE__ */ json(
	'DELETE',
	'/several',
	[/* @__PURE__ */ header('x-audit')],
	{ q: /* @__PURE__ */ query('q'), dry_run: /* @__PURE__ */ query('dry_run') }
);
export const several_get_several = /* @__PURE__ */ json(
	'GET',
	'/several',
	[/* @__PURE__ */ header('x-audit')],
	{ q: /* @__PURE__ */ query('q'), dry_run: /* @__PURE__ */ query('dry_run') }
);
export const several_post_several = /* @__PURE__ */ json(
	'POST',
	'/several',
	[/* @__PURE__ */ header('x-audit')],
	{ q: /* @__PURE__ */ query('q'), dry_run: /* @__PURE__ */ query('dry_run') }
);
export const head_several = /* @__PURE__ */ empty(
	'HEAD',
	'/several',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const create_pet = /* @__PURE__ */ json(
	'POST',
	'/pets',
	[body, /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const optional_body = /* @__PURE__ */ json(
	'POST',
	'/optional-body',
	[/* @__PURE__ */ header('x-audit')],
	{
		movie: /* @__PURE__ */ field('movie'),
		point: /* @__PURE__ */ field('point'),
		dry_run: /* @__PURE__ */ query('dry_run')
	}
);
export const maybe = /* @__PURE__ */ json('POST', '/maybe', [/* @__PURE__ */ header('x-audit')], {
	item: body,
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const vendor_json = /* @__PURE__ */ json(
	'POST',
	'/vendor-json',
	[/* @__PURE__ */ bodyAs('application/vnd.ugly+json'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const raw = /* @__PURE__ */ json(
	'POST',
	'/raw',
	[/* @__PURE__ */ raw$1('application/octet-stream'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const raw_text = /* @__PURE__ */ json(
	'POST',
	'/raw-text',
	[/* @__PURE__ */ raw$1('text/plain'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const get_with_optional_body = /* @__PURE__ */ json(
	'GET',
	'/get-with-optional-body',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const delete_with_body = /* @__PURE__ */ json(
	'DELETE',
	'/delete-with-body',
	[body, /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const filtered = /* @__PURE__ */ json(
	'GET',
	'/filters',
	[/* @__PURE__ */ header('x-audit')],
	{ filters: queries, dry_run: /* @__PURE__ */ query('dry_run') }
);
export const filtered_by = /* @__PURE__ */ json(
	'GET',
	'/required-filters',
	[queries, /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const with_headers = /* @__PURE__ */ json(
	'GET',
	'/headers',
	[headers, /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const with_header = /* @__PURE__ */ json(
	'GET',
	'/header',
	[/* @__PURE__ */ header('x-audit')],
	{
		user_agent: /* @__PURE__ */ header('user-agent'),
		raw_name: /* @__PURE__ */ header('raw_name'),
		x_many: /* @__PURE__ */ header('x-many'),
		dry_run: /* @__PURE__ */ query('dry_run')
	}
);
export const with_cookies = /* @__PURE__ */ json(
	'GET',
	'/cookies',
	[/* @__PURE__ */ header('x-audit')],
	{ cookies: cookies, dry_run: /* @__PURE__ */ query('dry_run') }
);
export const upload = /* @__PURE__ */ json(
	'POST',
	'/upload',
	[/* @__PURE__ */ part('file'), /* @__PURE__ */ part('more'), /* @__PURE__ */ part('small'), /* @__PURE__ */ header('x-audit')],
	{
		caption: /* @__PURE__ */ part('caption'),
		maybe: /* @__PURE__ */ part('maybe'),
		labels: /* @__PURE__ */ part('labels'),
		dry_run: /* @__PURE__ */ query('dry_run')
	}
);
export const form = /* @__PURE__ */ json(
	'POST',
	'/form',
	[/* @__PURE__ */ form$1('username'), /* @__PURE__ */ header('x-audit')],
	{ remember: /* @__PURE__ */ form$1('remember'), dry_run: /* @__PURE__ */ query('dry_run') }
);
export const form_model = /* @__PURE__ */ json(
	'POST',
	'/form-model',
	[forms, /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const form_model_with_file = /* @__PURE__ */ json(
	'POST',
	'/form-model-with-file',
	[parts, /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const form_json = /* @__PURE__ */ json(
	'POST',
	'/form-json',
	[/* @__PURE__ */ part('item'), /* @__PURE__ */ part('file'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const delete_ = /* @__PURE__ */ json(
	'POST',
	'/delete/{delete}',
	[/* @__PURE__ */ segment('delete'), /* @__PURE__ */ query('function'), /* @__PURE__ */ query('class'), /* @__PURE__ */ query('url'), /* @__PURE__ */ header('x-audit')],
	{
		options: /* @__PURE__ */ query('options'),
		fetch_: /* @__PURE__ */ query('fetch'),
		['__proto__']: /* @__PURE__ */ query('__proto__'),
		constructor: /* @__PURE__ */ query('to-string'),
		aliased: /* @__PURE__ */ query('first'),
		dry_run: /* @__PURE__ */ query('dry_run')
	}
);
export const weird_path = /* @__PURE__ */ json(
	'GET',
	"/weird/%60${x}%60/'quote'/%C3%A9/{item}",
	[/* @__PURE__ */ segment('x'), /* @__PURE__ */ segment('item'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const unmatched = /* @__PURE__ */ json(
	'GET',
	'/unmatched/{year}/{month}/{rest}',
	[/* @__PURE__ */ segment('year'), /* @__PURE__ */ segment('month'), /* @__PURE__ */ rest('rest'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const untyped = /* @__PURE__ */ json(
	'GET',
	'/untyped',
	[/* @__PURE__ */ query('q'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const jsonable = /* @__PURE__ */ json(
	'GET',
	'/jsonable',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const item_or_response = /* @__PURE__ */ response(
	'GET',
	'/item-or-response',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const text = /* @__PURE__ */ text$1('GET', '/text', [/* @__PURE__ */ header('x-audit')], {
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const file = /* @__PURE__ */ file$1('GET', '/file', [/* @__PURE__ */ header('x-audit')], {
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const image = /* @__PURE__ */ file$1('GET', '/image', [/* @__PURE__ */ header('x-audit')], {
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const redirect = /* @__PURE__ */ response(
	'GET',
	'/redirect',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const bare = /* @__PURE__ */ response('GET', '/bare', [/* @__PURE__ */ header('x-audit')], {
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const json_response = /* @__PURE__ */ json(
	'GET',
	'/json-response',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const declared_json = /* @__PURE__ */ json(
	'GET',
	'/declared-json',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const streaming = /* @__PURE__ */ response(
	'GET',
	'/streaming',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const gone = /* @__PURE__ */ empty('DELETE', '/gone', [/* @__PURE__ */ header('x-audit')], {
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const both = /* @__PURE__ */ json('GET', '/both', [/* @__PURE__ */ header('x-audit')], {
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const first = /* @__PURE__ */ json('GET', '/twice', [/* @__PURE__ */ header('x-audit')], {
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const hello = /* @__PURE__ */ json(
	'GET',
	'/hello/{name}',
	[/* @__PURE__ */ segment('name'), /* @__PURE__ */ header('x-audit')],
	{ shout: /* @__PURE__ */ query('shout'), dry_run: /* @__PURE__ */ query('dry_run') }
);
export const wave = /* @__PURE__ */ json('GET', '/wave', [/* @__PURE__ */ header('x-audit')], {
	times: /* @__PURE__ */ query('times'),
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const to_dollars = /* @__PURE__ */ json(
	'GET',
	'/dollars',
	[/* @__PURE__ */ query('amount'), /* @__PURE__ */ header('x-audit')],
	{ currency: /* @__PURE__ */ query('currency'), dry_run: /* @__PURE__ */ query('dry_run') }
);
export const convert = /* @__PURE__ */ json(
	'GET',
	'/anonymous-euros',
	[/* @__PURE__ */ query('amount'), /* @__PURE__ */ header('x-audit')],
	{ currency: /* @__PURE__ */ query('currency'), dry_run: /* @__PURE__ */ query('dry_run') }
);
export const ping = /* @__PURE__ */ json('GET', '/ping', [/* @__PURE__ */ header('x-audit')], {
	dry_run: /* @__PURE__ */ query('dry_run')
});
export const get_anonymous = /* @__PURE__ */ json(
	'GET',
	'/anonymous',
	[/* @__PURE__ */ query('x'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') }
);
export const deep_get_outer_inner_outer_id_inner_id = /* @__PURE__ */ json(
	'GET',
	'/outer/inner/{outer_id}/{inner_id}',
	[/* @__PURE__ */ segment('inner_id'), /* @__PURE__ */ segment('outer_id'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run'), q: /* @__PURE__ */ query('q') }
);
export const list_items_get_outer = /* @__PURE__ */ json(
	'GET',
	'/outer',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run'), q: /* @__PURE__ */ query('q') }
);
export const lines_get_outer_lines = /* @__PURE__ */ ndjson(
	'GET',
	'/outer/lines',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run'), q: /* @__PURE__ */ query('q') }
);
export const deep_get_v2_outer_inner_outer_id_inner_id = /* @__PURE__ */ json(
	'GET',
	'/v2/outer/inner/{outer_id}/{inner_id}',
	[/* @__PURE__ */ segment('inner_id'), /* @__PURE__ */ segment('outer_id'), /* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run'), q: /* @__PURE__ */ query('q') }
);
export const list_items_get_v2_outer = /* @__PURE__ */ json(
	'GET',
	'/v2/outer',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run'), q: /* @__PURE__ */ query('q') }
);
export const lines_get_v2_outer_lines = /* @__PURE__ */ ndjson(
	'GET',
	'/v2/outer/lines',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run'), q: /* @__PURE__ */ query('q') }
);
export const get_user = /* @__PURE__ */ json(
	'GET',
	'/tenants/{tenant}/users/{id}',
	[/* @__PURE__ */ segment('id'), /* @__PURE__ */ segment('tenant')]
);
export const bottom_get_tenants_tenant_deepest = /* @__PURE__ */ json(
	'GET',
	'/tenants/{tenant}/deepest/',
	[/* @__PURE__ */ segment('tenant'), /* @__PURE__ */ query('depth')]
);
export const bottom_get_wrapped = /* @__PURE__ */ json(
	'GET',
	'/wrapped/',
	[/* @__PURE__ */ query('depth')]
);
export const bottom_get_starlette_fast = /* @__PURE__ */ json(
	'GET',
	'/starlette/fast/',
	[/* @__PURE__ */ query('depth')]
);
export const events = /* @__PURE__ */ sse('GET', '/events', [/* @__PURE__ */ header('x-audit')], {
	dry_run: /* @__PURE__ */ query('dry_run')
}, { endless: false });
export const raw_events = /* @__PURE__ */ sse(
	'GET',
	'/raw-events',
	[/* @__PURE__ */ header('x-audit')],
	{ dry_run: /* @__PURE__ */ query('dry_run') },
	{ endless: false }
);
export const Color = {
	RED: 'red',
	NOT_AN_IDENTIFIER: "not an identifier \"quoted\" \\ \u2028 \u003c/script>"
};

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, {
		index,
		get_item,
		several_delete_several,
		several_get_several,
		several_post_several,
		head_several,
		create_pet,
		optional_body,
		maybe,
		vendor_json,
		raw,
		raw_text,
		get_with_optional_body,
		delete_with_body,
		filtered,
		filtered_by,
		with_headers,
		with_header,
		with_cookies,
		upload,
		form,
		form_model,
		form_model_with_file,
		form_json,
		delete_,
		weird_path,
		unmatched,
		untyped,
		jsonable,
		item_or_response,
		text,
		file,
		image,
		redirect,
		bare,
		json_response,
		declared_json,
		streaming,
		gone,
		both,
		first,
		hello,
		wave,
		to_dollars,
		convert,
		ping,
		get_anonymous,
		deep_get_outer_inner_outer_id_inner_id,
		list_items_get_outer,
		lines_get_outer_lines,
		deep_get_v2_outer_inner_outer_id_inner_id,
		list_items_get_v2_outer,
		lines_get_v2_outer_lines,
		get_user,
		bottom_get_tenants_tenant_deepest,
		bottom_get_wrapped,
		bottom_get_starlette_fast,
		events,
		raw_events
	});
}
