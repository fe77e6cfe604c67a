/* eslint-disable */
// Client of evil/settings.py, written by FluidKit: edits are overwritten.
import { header, hot as hot$1, json as json$1, query as query$1, segment as segment$1 } from './runtime/client.js';

export const abstract = /* @__PURE__ */ json$1(
	'GET',
	'/words/0/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ abstract_header: /* @__PURE__ */ header('X-0') }
);
export const accessor = /* @__PURE__ */ json$1(
	'GET',
	'/words/1/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ accessor_header: /* @__PURE__ */ header('X-1') }
);
export const any = /* @__PURE__ */ json$1(
	'GET',
	'/words/2/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ any_header: /* @__PURE__ */ header('X-2') }
);
export const arguments_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/3/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ arguments: /* @__PURE__ */ header('X-3') }
);
export const as = /* @__PURE__ */ json$1(
	'GET',
	'/words/4/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ as_header: /* @__PURE__ */ header('X-4') }
);
export const asserts = /* @__PURE__ */ json$1(
	'GET',
	'/words/5/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ asserts_header: /* @__PURE__ */ header('X-5') }
);
export const async = /* @__PURE__ */ json$1(
	'GET',
	'/words/6/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ async_header: /* @__PURE__ */ header('X-6') }
);
export const await_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/7/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ await: /* @__PURE__ */ header('X-7') }
);
export const bigint = /* @__PURE__ */ json$1(
	'GET',
	'/words/8/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ bigint_header: /* @__PURE__ */ header('X-8') }
);
export const boolean = /* @__PURE__ */ json$1(
	'GET',
	'/words/9/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ boolean_header: /* @__PURE__ */ header('X-9') }
);
export const break_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/10/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ break: /* @__PURE__ */ header('X-10') }
);
export const case_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/11/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ case: /* @__PURE__ */ header('X-11') }
);
export const catch_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/12/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ catch: /* @__PURE__ */ header('X-12') }
);
export const class_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/13/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ class: /* @__PURE__ */ header('X-13') }
);
export const const_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/14/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ const: /* @__PURE__ */ header('X-14') }
);
export const constructor = /* @__PURE__ */ json$1(
	'GET',
	'/words/15/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ constructor_header: /* @__PURE__ */ header('X-15') }
);
export const continue_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/16/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ continue: /* @__PURE__ */ header('X-16') }
);
export const debugger_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/17/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ debugger: /* @__PURE__ */ header('X-17') }
);
export const declare = /* @__PURE__ */ json$1(
	'GET',
	'/words/18/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ declare_header: /* @__PURE__ */ header('X-18') }
);
export const default_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/19/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ default: /* @__PURE__ */ header('X-19') }
);
export const defer = /* @__PURE__ */ json$1(
	'GET',
	'/words/20/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ defer_header: /* @__PURE__ */ header('X-20') }
);
export const delete_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/21/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ delete: /* @__PURE__ */ header('X-21') }
);
export const do_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/22/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ do: /* @__PURE__ */ header('X-22') }
);
export const else_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/23/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ else: /* @__PURE__ */ header('X-23') }
);
export const enum_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/24/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ enum: /* @__PURE__ */ header('X-24') }
);
export const eval_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/25/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ eval: /* @__PURE__ */ header('X-25') }
);
export const export_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/26/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ export: /* @__PURE__ */ header('X-26') }
);
export const extends_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/27/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ extends: /* @__PURE__ */ header('X-27') }
);
export const false_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/28/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ false: /* @__PURE__ */ header('X-28') }
);
export const finally_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/29/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ finally: /* @__PURE__ */ header('X-29') }
);
export const for_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/30/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ for: /* @__PURE__ */ header('X-30') }
);
export const from = /* @__PURE__ */ json$1(
	'GET',
	'/words/31/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ from_header: /* @__PURE__ */ header('X-31') }
);
export const function_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/32/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ function: /* @__PURE__ */ header('X-32') }
);
export const get = /* @__PURE__ */ json$1(
	'GET',
	'/words/33/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ get_header: /* @__PURE__ */ header('X-33') }
);
export const global = /* @__PURE__ */ json$1(
	'GET',
	'/words/34/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ global_header: /* @__PURE__ */ header('X-34') }
);
export const globalThis_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/35/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ globalThis: /* @__PURE__ */ header('X-35') }
);
export const if_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/36/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ if: /* @__PURE__ */ header('X-36') }
);
export const implements_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/37/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ implements: /* @__PURE__ */ header('X-37') }
);
export const import_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/38/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ import: /* @__PURE__ */ header('X-38') }
);
export const in_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/39/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ in: /* @__PURE__ */ header('X-39') }
);
export const infer = /* @__PURE__ */ json$1(
	'GET',
	'/words/40/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ infer_header: /* @__PURE__ */ header('X-40') }
);
export const instanceof_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/41/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ instanceof: /* @__PURE__ */ header('X-41') }
);
export const interface_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/42/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ interface: /* @__PURE__ */ header('X-42') }
);
export const intrinsic = /* @__PURE__ */ json$1(
	'GET',
	'/words/43/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ intrinsic_header: /* @__PURE__ */ header('X-43') }
);
export const is = /* @__PURE__ */ json$1(
	'GET',
	'/words/44/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ is_header: /* @__PURE__ */ header('X-44') }
);
export const keyof = /* @__PURE__ */ json$1(
	'GET',
	'/words/45/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ keyof_header: /* @__PURE__ */ header('X-45') }
);
export const let_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/46/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ let: /* @__PURE__ */ header('X-46') }
);
export const module_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/47/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ module_header: /* @__PURE__ */ header('X-47') }
);
export const namespace = /* @__PURE__ */ json$1(
	'GET',
	'/words/48/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ namespace_header: /* @__PURE__ */ header('X-48') }
);
export const never = /* @__PURE__ */ json$1(
	'GET',
	'/words/49/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ never_header: /* @__PURE__ */ header('X-49') }
);
export const new_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/50/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ new: /* @__PURE__ */ header('X-50') }
);
export const null_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/51/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ null: /* @__PURE__ */ header('X-51') }
);
export const number = /* @__PURE__ */ json$1(
	'GET',
	'/words/52/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ number_header: /* @__PURE__ */ header('X-52') }
);
export const object = /* @__PURE__ */ json$1(
	'GET',
	'/words/53/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ object_header: /* @__PURE__ */ header('X-53') }
);
export const of = /* @__PURE__ */ json$1(
	'GET',
	'/words/54/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ of_header: /* @__PURE__ */ header('X-54') }
);
export const out = /* @__PURE__ */ json$1(
	'GET',
	'/words/55/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ out_header: /* @__PURE__ */ header('X-55') }
);
export const override = /* @__PURE__ */ json$1(
	'GET',
	'/words/56/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ override_header: /* @__PURE__ */ header('X-56') }
);
export const package_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/57/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ package: /* @__PURE__ */ header('X-57') }
);
export const private_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/58/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ private: /* @__PURE__ */ header('X-58') }
);
export const protected_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/59/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ protected: /* @__PURE__ */ header('X-59') }
);
export const public_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/60/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ public: /* @__PURE__ */ header('X-60') }
);
export const readonly = /* @__PURE__ */ json$1(
	'GET',
	'/words/61/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ readonly_header: /* @__PURE__ */ header('X-61') }
);
export const require_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/62/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ require_header: /* @__PURE__ */ header('X-62') }
);
export const return_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/63/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ return: /* @__PURE__ */ header('X-63') }
);
export const satisfies = /* @__PURE__ */ json$1(
	'GET',
	'/words/64/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ satisfies_header: /* @__PURE__ */ header('X-64') }
);
export const set = /* @__PURE__ */ json$1(
	'GET',
	'/words/65/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ set_header: /* @__PURE__ */ header('X-65') }
);
export const static_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/66/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ static: /* @__PURE__ */ header('X-66') }
);
export const string = /* @__PURE__ */ json$1(
	'GET',
	'/words/67/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ string_header: /* @__PURE__ */ header('X-67') }
);
export const super_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/68/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ super: /* @__PURE__ */ header('X-68') }
);
export const switch_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/69/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ switch: /* @__PURE__ */ header('X-69') }
);
export const symbol = /* @__PURE__ */ json$1(
	'GET',
	'/words/70/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ symbol_header: /* @__PURE__ */ header('X-70') }
);
export const this_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/71/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ this: /* @__PURE__ */ header('X-71') }
);
export const throw_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/72/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ throw: /* @__PURE__ */ header('X-72') }
);
export const true_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/73/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ true: /* @__PURE__ */ header('X-73') }
);
export const try_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/74/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ try: /* @__PURE__ */ header('X-74') }
);
export const type = /* @__PURE__ */ json$1(
	'GET',
	'/words/75/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ type_header: /* @__PURE__ */ header('X-75') }
);
export const typeof_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/76/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ typeof: /* @__PURE__ */ header('X-76') }
);
export const undefined_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/77/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ undefined: /* @__PURE__ */ header('X-77') }
);
export const unique = /* @__PURE__ */ json$1(
	'GET',
	'/words/78/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ unique_header: /* @__PURE__ */ header('X-78') }
);
export const unknown = /* @__PURE__ */ json$1(
	'GET',
	'/words/79/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ unknown_header: /* @__PURE__ */ header('X-79') }
);
export const using = /* @__PURE__ */ json$1(
	'GET',
	'/words/80/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ using_header: /* @__PURE__ */ header('X-80') }
);
export const var_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/81/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ var: /* @__PURE__ */ header('X-81') }
);
export const void_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/82/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ void: /* @__PURE__ */ header('X-82') }
);
export const while_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/83/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ while: /* @__PURE__ */ header('X-83') }
);
export const with_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/84/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ with: /* @__PURE__ */ header('X-84') }
);
export const yield_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/85/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ yield: /* @__PURE__ */ header('X-85') }
);
export const Array_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/86/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Array_header: /* @__PURE__ */ header('X-86') }
);
export const Blob_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/87/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Blob_header: /* @__PURE__ */ header('X-87') }
);
export const Call = /* @__PURE__ */ json$1(
	'GET',
	'/words/88/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Call_header: /* @__PURE__ */ header('X-88') }
);
export const CallOptions = /* @__PURE__ */ json$1(
	'GET',
	'/words/89/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ CallOptions_header: /* @__PURE__ */ header('X-89') }
);
export const Date_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/90/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Date_header: /* @__PURE__ */ header('X-90') }
);
export const Error_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/91/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Error_header: /* @__PURE__ */ header('X-91') }
);
export const File_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/92/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ File_header: /* @__PURE__ */ header('X-92') }
);
export const FluidTypes = /* @__PURE__ */ json$1(
	'GET',
	'/words/93/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ FluidTypes_header: /* @__PURE__ */ header('X-93') }
);
export const Function_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/94/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Function_header: /* @__PURE__ */ header('X-94') }
);
export const HTTPValidationError = /* @__PURE__ */ json$1(
	'GET',
	'/words/95/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ HTTPValidationError_header: /* @__PURE__ */ header('X-95') }
);
export const Infinity_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/96/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Infinity_header: /* @__PURE__ */ header('X-96') }
);
export const JSON_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/97/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ JSON_header: /* @__PURE__ */ header('X-97') }
);
export const Map_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/98/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Map_header: /* @__PURE__ */ header('X-98') }
);
export const NaN_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/99/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ NaN_header: /* @__PURE__ */ header('X-99') }
);
export const Object_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/100/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Object_header: /* @__PURE__ */ header('X-100') }
);
export const Promise_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/101/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Promise_header: /* @__PURE__ */ header('X-101') }
);
export const Record = /* @__PURE__ */ json$1(
	'GET',
	'/words/102/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Record_header: /* @__PURE__ */ header('X-102') }
);
export const Response_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/103/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Response_header: /* @__PURE__ */ header('X-103') }
);
export const String_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/104/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ String_header: /* @__PURE__ */ header('X-104') }
);
export const Symbol_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/105/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ Symbol_header: /* @__PURE__ */ header('X-105') }
);
export const UrlOptions = /* @__PURE__ */ json$1(
	'GET',
	'/words/106/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ UrlOptions_header: /* @__PURE__ */ header('X-106') }
);
export const body = /* @__PURE__ */ json$1(
	'GET',
	'/words/107/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ body_header: /* @__PURE__ */ header('X-107') }
);
export const codec = /* @__PURE__ */ json$1(
	'GET',
	'/words/108/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ codec_header: /* @__PURE__ */ header('X-108') }
);
export const configure = /* @__PURE__ */ json$1(
	'GET',
	'/words/109/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ configure_header: /* @__PURE__ */ header('X-109') }
);
export const empty = /* @__PURE__ */ json$1(
	'GET',
	'/words/110/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ empty_header: /* @__PURE__ */ header('X-110') }
);
export const fetch_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/111/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ fetch_: /* @__PURE__ */ header('X-111') }
);
export const file = /* @__PURE__ */ json$1(
	'GET',
	'/words/112/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ file_header: /* @__PURE__ */ header('X-112') }
);
export const hot = /* @__PURE__ */ json$1(
	'GET',
	'/words/113/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ hot_header: /* @__PURE__ */ header('X-113') }
);
export const json = /* @__PURE__ */ json$1(
	'GET',
	'/words/114/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ json_header: /* @__PURE__ */ header('X-114') }
);
export const options = /* @__PURE__ */ json$1(
	'GET',
	'/words/115/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ options_header: /* @__PURE__ */ header('X-115') }
);
export const query = /* @__PURE__ */ json$1(
	'GET',
	'/words/116/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ query_header: /* @__PURE__ */ header('X-116') }
);
export const response = /* @__PURE__ */ json$1(
	'GET',
	'/words/117/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ response_header: /* @__PURE__ */ header('X-117') }
);
export const segment = /* @__PURE__ */ json$1(
	'GET',
	'/words/118/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ segment_header: /* @__PURE__ */ header('X-118') }
);
export const text = /* @__PURE__ */ json$1(
	'GET',
	'/words/119/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ text_header: /* @__PURE__ */ header('X-119') }
);
export const url = /* @__PURE__ */ json$1(
	'GET',
	'/words/120/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ url_header: /* @__PURE__ */ header('X-120') }
);
export const import_meta = /* @__PURE__ */ json$1(
	'GET',
	'/words/121/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ import_meta_header: /* @__PURE__ */ header('X-121') }
);
export const __proto__ = /* @__PURE__ */ json$1(
	'GET',
	'/words/122/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ __proto___header: /* @__PURE__ */ header('X-122') }
);
export const prototype = /* @__PURE__ */ json$1(
	'GET',
	'/words/123/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ prototype_header: /* @__PURE__ */ header('X-123') }
);
export const toString = /* @__PURE__ */ json$1(
	'GET',
	'/words/124/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ toString_header: /* @__PURE__ */ header('X-124') }
);
export const hasOwnProperty = /* @__PURE__ */ json$1(
	'GET',
	'/words/125/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ hasOwnProperty_header: /* @__PURE__ */ header('X-125') }
);
export const K = /* @__PURE__ */ json$1(
	'GET',
	'/words/126/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ K_header: /* @__PURE__ */ header('X-126') }
);
export const T = /* @__PURE__ */ json$1(
	'GET',
	'/words/127/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ T_header: /* @__PURE__ */ header('X-127') }
);
export const K_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/128/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ K__header: /* @__PURE__ */ header('X-128') }
);
export const _ = /* @__PURE__ */ json$1(
	'GET',
	'/words/129/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ __header: /* @__PURE__ */ header('X-129') }
);
export const $ = /* @__PURE__ */ json$1(
	'GET',
	'/words/130/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ $_header: /* @__PURE__ */ header('X-130') }
);
export const Ünïcode = /* @__PURE__ */ json$1(
	'GET',
	'/words/131/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ 'Ünïcode_header': /* @__PURE__ */ header('X-131') }
);
export const größe = /* @__PURE__ */ json$1(
	'GET',
	'/words/132/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ 'größe_header': /* @__PURE__ */ header('X-132') }
);
export const 名前 = /* @__PURE__ */ json$1(
	'GET',
	'/words/133/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ '名前_header': /* @__PURE__ */ header('X-133') }
);
export const 𝒳 = /* @__PURE__ */ json$1(
	'GET',
	'/words/134/{id}',
	[/* @__PURE__ */ segment$1('id'), /* @__PURE__ */ query$1('other')],
	{ '𝒳_header': /* @__PURE__ */ header('X-134') }
);
export const EnumOfWords = {
	abstract: 'abstract',
	accessor: 'accessor',
	any: 'any',
	arguments: 'arguments',
	as: 'as',
	asserts: 'asserts',
	async: 'async',
	await: 'await',
	bigint: 'bigint',
	boolean: 'boolean',
	break: 'break',
	case: 'case',
	catch: 'catch',
	class: 'class',
	const: 'const',
	constructor: 'constructor',
	continue: 'continue',
	debugger: 'debugger',
	declare: 'declare',
	default: 'default',
	defer: 'defer',
	delete: 'delete',
	do: 'do',
	else: 'else',
	enum: 'enum',
	eval: 'eval',
	export: 'export',
	extends: 'extends',
	false: 'false',
	finally: 'finally',
	for: 'for',
	from: 'from',
	function: 'function',
	get: 'get',
	global: 'global',
	globalThis: 'globalThis',
	if: 'if',
	implements: 'implements',
	import: 'import',
	in: 'in',
	infer: 'infer',
	instanceof: 'instanceof',
	interface: 'interface',
	intrinsic: 'intrinsic',
	is: 'is',
	keyof: 'keyof',
	let: 'let',
	module: 'module',
	namespace: 'namespace',
	never: 'never',
	new: 'new',
	null: 'null',
	number: 'number',
	object: 'object',
	of: 'of',
	out: 'out',
	override: 'override',
	package: 'package',
	private: 'private',
	protected: 'protected',
	public: 'public',
	readonly: 'readonly',
	require: 'require',
	return: 'return',
	satisfies: 'satisfies',
	set: 'set',
	static: 'static',
	string: 'string',
	super: 'super',
	switch: 'switch',
	symbol: 'symbol',
	this: 'this',
	throw: 'throw',
	true: 'true',
	try: 'try',
	type: 'type',
	typeof: 'typeof',
	undefined: 'undefined',
	unique: 'unique',
	unknown: 'unknown',
	using: 'using',
	var: 'var',
	void: 'void',
	while: 'while',
	with: 'with',
	yield: 'yield',
	Array: 'Array',
	Blob: 'Blob',
	Call: 'Call',
	CallOptions: 'CallOptions',
	Date: 'Date',
	Error: 'Error',
	File: 'File',
	FluidTypes: 'FluidTypes',
	Function: 'Function',
	HTTPValidationError: 'HTTPValidationError',
	Infinity: 'Infinity',
	JSON: 'JSON',
	Map: 'Map',
	NaN: 'NaN',
	Object: 'Object',
	Promise: 'Promise',
	Record: 'Record',
	Response: 'Response',
	String: 'String',
	Symbol: 'Symbol',
	UrlOptions: 'UrlOptions',
	body: 'body',
	codec: 'codec',
	configure: 'configure',
	empty: 'empty',
	fetch: 'fetch',
	file: 'file',
	hot: 'hot',
	json: 'json',
	options: 'options',
	query: 'query',
	response: 'response',
	segment: 'segment',
	text: 'text',
	url: 'url',
	import_meta: 'import_meta',
	['__proto__']: '__proto__',
	prototype: 'prototype',
	toString: 'toString',
	hasOwnProperty: 'hasOwnProperty',
	K: 'K',
	T: 'T',
	K_: 'K_',
	_: '_',
	$: '$',
	'Ünïcode': 'Ünïcode',
	'größe': 'größe',
	'名前': '名前',
	'𝒳': '𝒳'
};

if (import.meta.hot) {
	import.meta.hot.accept();
	hot$1(import.meta.hot.data, {
		abstract,
		accessor,
		any,
		arguments_,
		as,
		asserts,
		async,
		await_,
		bigint,
		boolean,
		break_,
		case_,
		catch_,
		class_,
		const_,
		constructor,
		continue_,
		debugger_,
		declare,
		default_,
		defer,
		delete_,
		do_,
		else_,
		enum_,
		eval_,
		export_,
		extends_,
		false_,
		finally_,
		for_,
		from,
		function_,
		get,
		global,
		globalThis_,
		if_,
		implements_,
		import_,
		in_,
		infer,
		instanceof_,
		interface_,
		intrinsic,
		is,
		keyof,
		let_,
		module_,
		namespace,
		never,
		new_,
		null_,
		number,
		object,
		of,
		out,
		override,
		package_,
		private_,
		protected_,
		public_,
		readonly,
		require_,
		return_,
		satisfies,
		set,
		static_,
		string,
		super_,
		switch_,
		symbol,
		this_,
		throw_,
		true_,
		try_,
		type,
		typeof_,
		undefined_,
		unique,
		unknown,
		using,
		var_,
		void_,
		while_,
		with_,
		yield_,
		Array_,
		Blob_,
		Call,
		CallOptions,
		Date_,
		Error_,
		File_,
		FluidTypes,
		Function_,
		HTTPValidationError,
		Infinity_,
		JSON_,
		Map_,
		NaN_,
		Object_,
		Promise_,
		Record,
		Response_,
		String_,
		Symbol_,
		UrlOptions,
		body,
		codec,
		configure,
		empty,
		fetch_,
		file,
		hot,
		json,
		options,
		query,
		response,
		segment,
		text,
		url,
		import_meta,
		__proto__,
		prototype,
		toString,
		hasOwnProperty,
		K,
		T,
		K_,
		_,
		$,
		Ünïcode,
		größe,
		名前,
		𝒳
	});
}
