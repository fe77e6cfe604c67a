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

export const index = /* @__PURE__ */ text$1('GET', '/', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const get_item = /* @__PURE__ */ json(
	'GET',
	'/items/{item_id}',
	[segment('item_id'), header('x-audit')],
	{ q: query('q'), color: query('color'), price: query('max-price'), dry_run: query('dry_run') }
);
export const several_delete_several = /* @__PURE__ */ json(
	'DELETE',
	'/several',
	[header('x-audit')],
	{ q: query('q'), dry_run: query('dry_run') }
);
export const several_get_several = /* @__PURE__ */ json('GET', '/several', [header('x-audit')], {
	q: query('q'),
	dry_run: query('dry_run')
});
export const several_post_several = /* @__PURE__ */ json('POST', '/several', [header('x-audit')], {
	q: query('q'),
	dry_run: query('dry_run')
});
export const head_several = /* @__PURE__ */ empty('HEAD', '/several', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const create_pet = /* @__PURE__ */ json('POST', '/pets', [body, header('x-audit')], {
	dry_run: query('dry_run')
});
export const optional_body = /* @__PURE__ */ json('POST', '/optional-body', [header('x-audit')], {
	movie: field('movie'),
	point: field('point'),
	dry_run: query('dry_run')
});
export const maybe = /* @__PURE__ */ json('POST', '/maybe', [header('x-audit')], {
	item: body,
	dry_run: query('dry_run')
});
export const vendor_json = /* @__PURE__ */ json(
	'POST',
	'/vendor-json',
	[bodyAs('application/vnd.ugly+json'), header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const raw = /* @__PURE__ */ json(
	'POST',
	'/raw',
	[raw$1('application/octet-stream'), header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const raw_text = /* @__PURE__ */ json(
	'POST',
	'/raw-text',
	[raw$1('text/plain'), header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const get_with_optional_body = /* @__PURE__ */ json(
	'GET',
	'/get-with-optional-body',
	[header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const delete_with_body = /* @__PURE__ */ json(
	'DELETE',
	'/delete-with-body',
	[body, header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const filtered = /* @__PURE__ */ json('GET', '/filters', [header('x-audit')], {
	filters: queries,
	dry_run: query('dry_run')
});
export const filtered_by = /* @__PURE__ */ json(
	'GET',
	'/required-filters',
	[queries, header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const with_headers = /* @__PURE__ */ json('GET', '/headers', [headers, header('x-audit')], {
	dry_run: query('dry_run')
});
export const with_header = /* @__PURE__ */ json('GET', '/header', [header('x-audit')], {
	user_agent: header('user-agent'),
	raw_name: header('raw_name'),
	x_many: header('x-many'),
	dry_run: query('dry_run')
});
export const with_cookies = /* @__PURE__ */ json('GET', '/cookies', [header('x-audit')], {
	cookies: cookies,
	dry_run: query('dry_run')
});
export const upload = /* @__PURE__ */ json(
	'POST',
	'/upload',
	[part('file'), part('more'), part('small'), header('x-audit')],
	{
		caption: part('caption'),
		maybe: part('maybe'),
		labels: part('labels'),
		dry_run: query('dry_run')
	}
);
export const form = /* @__PURE__ */ json('POST', '/form', [form$1('username'), header('x-audit')], {
	remember: form$1('remember'),
	dry_run: query('dry_run')
});
export const form_model = /* @__PURE__ */ json('POST', '/form-model', [forms, header('x-audit')], {
	dry_run: query('dry_run')
});
export const form_model_with_file = /* @__PURE__ */ json(
	'POST',
	'/form-model-with-file',
	[parts, header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const form_json = /* @__PURE__ */ json(
	'POST',
	'/form-json',
	[part('item'), part('file'), header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const delete_ = /* @__PURE__ */ json(
	'POST',
	'/delete/{delete}',
	[segment('delete'), query('function'), query('class'), query('url'), header('x-audit')],
	{
		options: query('options'),
		fetch_: query('fetch'),
		['__proto__']: query('__proto__'),
		constructor: query('to-string'),
		aliased: query('first'),
		dry_run: query('dry_run')
	}
);
export const weird_path = /* @__PURE__ */ json(
	'GET',
	"/weird/%60${x}%60/'quote'/%C3%A9/{item}",
	[segment('x'), segment('item'), header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const unmatched = /* @__PURE__ */ json(
	'GET',
	'/unmatched/{year}/{month}/{rest}',
	[segment('year'), segment('month'), rest('rest'), header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const untyped = /* @__PURE__ */ json('GET', '/untyped', [query('q'), header('x-audit')], {
	dry_run: query('dry_run')
});
export const jsonable = /* @__PURE__ */ json('GET', '/jsonable', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const item_or_response = /* @__PURE__ */ response(
	'GET',
	'/item-or-response',
	[header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const text = /* @__PURE__ */ text$1('GET', '/text', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const file = /* @__PURE__ */ file$1('GET', '/file', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const image = /* @__PURE__ */ file$1('GET', '/image', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const redirect = /* @__PURE__ */ response('GET', '/redirect', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const bare = /* @__PURE__ */ response('GET', '/bare', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const json_response = /* @__PURE__ */ json('GET', '/json-response', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const declared_json = /* @__PURE__ */ json('GET', '/declared-json', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const streaming = /* @__PURE__ */ response('GET', '/streaming', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const gone = /* @__PURE__ */ empty('DELETE', '/gone', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const both = /* @__PURE__ */ json('GET', '/both', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const first = /* @__PURE__ */ json('GET', '/twice', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const hello = /* @__PURE__ */ json(
	'GET',
	'/hello/{name}',
	[segment('name'), header('x-audit')],
	{ shout: query('shout'), dry_run: query('dry_run') }
);
export const wave = /* @__PURE__ */ json('GET', '/wave', [header('x-audit')], {
	times: query('times'),
	dry_run: query('dry_run')
});
export const to_dollars = /* @__PURE__ */ json(
	'GET',
	'/dollars',
	[query('amount'), header('x-audit')],
	{ currency: query('currency'), dry_run: query('dry_run') }
);
export const convert = /* @__PURE__ */ json(
	'GET',
	'/anonymous-euros',
	[query('amount'), header('x-audit')],
	{ currency: query('currency'), dry_run: query('dry_run') }
);
export const ping = /* @__PURE__ */ json('GET', '/ping', [header('x-audit')], {
	dry_run: query('dry_run')
});
export const get_anonymous = /* @__PURE__ */ json(
	'GET',
	'/anonymous',
	[query('x'), header('x-audit')],
	{ dry_run: query('dry_run') }
);
export const deep_get_outer_inner_outer_id_inner_id = /* @__PURE__ */ json(
	'GET',
	'/outer/inner/{outer_id}/{inner_id}',
	[segment('inner_id'), segment('outer_id'), header('x-audit')],
	{ dry_run: query('dry_run'), q: query('q') }
);
export const list_items_get_outer = /* @__PURE__ */ json('GET', '/outer', [header('x-audit')], {
	dry_run: query('dry_run'),
	q: query('q')
});
export const lines_get_outer_lines = /* @__PURE__ */ ndjson(
	'GET',
	'/outer/lines',
	[header('x-audit')],
	{ dry_run: query('dry_run'), q: query('q') }
);
export const deep_get_v2_outer_inner_outer_id_inner_id = /* @__PURE__ */ json(
	'GET',
	'/v2/outer/inner/{outer_id}/{inner_id}',
	[segment('inner_id'), segment('outer_id'), header('x-audit')],
	{ dry_run: query('dry_run'), q: query('q') }
);
export const list_items_get_v2_outer = /* @__PURE__ */ json(
	'GET',
	'/v2/outer',
	[header('x-audit')],
	{ dry_run: query('dry_run'), q: query('q') }
);
export const lines_get_v2_outer_lines = /* @__PURE__ */ ndjson(
	'GET',
	'/v2/outer/lines',
	[header('x-audit')],
	{ dry_run: query('dry_run'), q: query('q') }
);
export const get_user = /* @__PURE__ */ json(
	'GET',
	'/tenants/{tenant}/users/{id}',
	[segment('id'), segment('tenant')]
);
export const bottom_get_tenants_tenant_deepest = /* @__PURE__ */ json(
	'GET',
	'/tenants/{tenant}/deepest/',
	[segment('tenant'), query('depth')]
);
export const bottom_get_wrapped = /* @__PURE__ */ json('GET', '/wrapped/', [query('depth')]);
export const bottom_get_starlette_fast = /* @__PURE__ */ json(
	'GET',
	'/starlette/fast/',
	[query('depth')]
);
export const events = /* @__PURE__ */ sse('GET', '/events', [header('x-audit')], {
	dry_run: query('dry_run')
}, { endless: false });
export const raw_events = /* @__PURE__ */ sse('GET', '/raw-events', [header('x-audit')], {
	dry_run: query('dry_run')
}, { endless: false });
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
