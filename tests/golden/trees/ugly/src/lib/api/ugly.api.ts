/** Typed client of apps/ugly.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/ugly.js, types: ./generated/ugly.d.ts */
export {
	index, // GET /
	get_item, // GET /items/{item_id}
	several_delete_several, // DELETE /several
	several_get_several, // GET /several
	several_post_several, // POST /several
	head_several, // HEAD /several
	create_pet, // POST /pets
	optional_body, // POST /optional-body
	maybe, // POST /maybe
	vendor_json, // POST /vendor-json
	raw, // POST /raw
	raw_text, // POST /raw-text
	get_with_optional_body, // GET /get-with-optional-body
	delete_with_body, // DELETE /delete-with-body
	filtered, // GET /filters
	filtered_by, // GET /required-filters
	with_headers, // GET /headers
	with_header, // GET /header
	with_cookies, // GET /cookies
	upload, // POST /upload
	form, // POST /form
	form_model, // POST /form-model
	form_model_with_file, // POST /form-model-with-file
	form_json, // POST /form-json
	delete_, // POST /delete/{delete}
	weird_path, // GET /weird/`${x}`/'quote'/é/{item}
	unmatched, // GET /unmatched/{year}/{month}/{rest}
	untyped, // GET /untyped
	jsonable, // GET /jsonable
	item_or_response, // GET /item-or-response
	text, // GET /text
	file, // GET /file
	image, // GET /image
	redirect, // GET /redirect
	bare, // GET /bare
	json_response, // GET /json-response
	declared_json, // GET /declared-json
	streaming, // GET /streaming
	gone, // DELETE /gone
	both, // GET /both
	first, // GET /twice
	hello, // GET /hello/{name}
	wave, // GET /wave
	to_dollars, // GET /dollars
	convert, // GET /anonymous-euros
	ping, // GET /ping
	get_anonymous, // GET /anonymous
	deep_get_outer_inner_outer_id_inner_id, // GET /outer/inner/{outer_id}/{inner_id}
	list_items_get_outer, // GET /outer
	lines_get_outer_lines, // GET /outer/lines
	deep_get_v2_outer_inner_outer_id_inner_id, // GET /v2/outer/inner/{outer_id}/{inner_id}
	list_items_get_v2_outer, // GET /v2/outer
	lines_get_v2_outer_lines, // GET /v2/outer/lines
	get_user, // GET /tenants/{tenant}/users/{id}
	bottom_get_tenants_tenant_deepest, // GET /tenants/{tenant}/deepest/
	bottom_get_wrapped, // GET /wrapped/
	bottom_get_starlette_fast, // GET /starlette/fast/
	events, // GET /events
	raw_events, // GET /raw-events
	type Cat,
	type CatInput,
	Color,
	type Conflict,
	type Cookies,
	type Dog,
	type DogInput,
	type Filters,
	type Item,
	type ItemInput,
	type Item_Nested,
	type Movie,
	type Names,
	type NotFound,
	type Point,
	type Profile,
	type ProfileInput,
	type ProfileWithPicture,
	type RequiredFilters
} from './generated/ugly.js';
export type { Page, User } from './generated/ugly_orders.js';
if (import.meta.hot) import.meta.hot.accept();
