/* eslint-disable */
// Client of evil/settings.py, written by FluidKit: edits are overwritten.
import { header, hot as hot$1, json as json$1, query as query$1, segment as segment$1 } from './runtime/client.js';

export const abstract = /* @__PURE__ */ json$1(
	'GET',
	'/words/0/{id}',
	[segment$1('id'), query$1('other')],
	{ abstract_header: header('X-0') }
);
export const accessor = /* @__PURE__ */ json$1(
	'GET',
	'/words/1/{id}',
	[segment$1('id'), query$1('other')],
	{ accessor_header: header('X-1') }
);
export const any = /* @__PURE__ */ json$1(
	'GET',
	'/words/2/{id}',
	[segment$1('id'), query$1('other')],
	{ any_header: header('X-2') }
);
export const arguments_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/3/{id}',
	[segment$1('id'), query$1('other')],
	{ arguments: header('X-3') }
);
export const as = /* @__PURE__ */ json$1(
	'GET',
	'/words/4/{id}',
	[segment$1('id'), query$1('other')],
	{ as_header: header('X-4') }
);
export const asserts = /* @__PURE__ */ json$1(
	'GET',
	'/words/5/{id}',
	[segment$1('id'), query$1('other')],
	{ asserts_header: header('X-5') }
);
export const async = /* @__PURE__ */ json$1(
	'GET',
	'/words/6/{id}',
	[segment$1('id'), query$1('other')],
	{ async_header: header('X-6') }
);
export const await_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/7/{id}',
	[segment$1('id'), query$1('other')],
	{ await: header('X-7') }
);
export const bigint = /* @__PURE__ */ json$1(
	'GET',
	'/words/8/{id}',
	[segment$1('id'), query$1('other')],
	{ bigint_header: header('X-8') }
);
export const boolean = /* @__PURE__ */ json$1(
	'GET',
	'/words/9/{id}',
	[segment$1('id'), query$1('other')],
	{ boolean_header: header('X-9') }
);
export const break_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/10/{id}',
	[segment$1('id'), query$1('other')],
	{ break: header('X-10') }
);
export const case_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/11/{id}',
	[segment$1('id'), query$1('other')],
	{ case: header('X-11') }
);
export const catch_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/12/{id}',
	[segment$1('id'), query$1('other')],
	{ catch: header('X-12') }
);
export const class_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/13/{id}',
	[segment$1('id'), query$1('other')],
	{ class: header('X-13') }
);
export const const_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/14/{id}',
	[segment$1('id'), query$1('other')],
	{ const: header('X-14') }
);
export const constructor = /* @__PURE__ */ json$1(
	'GET',
	'/words/15/{id}',
	[segment$1('id'), query$1('other')],
	{ constructor_header: header('X-15') }
);
export const continue_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/16/{id}',
	[segment$1('id'), query$1('other')],
	{ continue: header('X-16') }
);
export const debugger_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/17/{id}',
	[segment$1('id'), query$1('other')],
	{ debugger: header('X-17') }
);
export const declare = /* @__PURE__ */ json$1(
	'GET',
	'/words/18/{id}',
	[segment$1('id'), query$1('other')],
	{ declare_header: header('X-18') }
);
export const default_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/19/{id}',
	[segment$1('id'), query$1('other')],
	{ default: header('X-19') }
);
export const defer = /* @__PURE__ */ json$1(
	'GET',
	'/words/20/{id}',
	[segment$1('id'), query$1('other')],
	{ defer_header: header('X-20') }
);
export const delete_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/21/{id}',
	[segment$1('id'), query$1('other')],
	{ delete: header('X-21') }
);
export const do_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/22/{id}',
	[segment$1('id'), query$1('other')],
	{ do: header('X-22') }
);
export const else_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/23/{id}',
	[segment$1('id'), query$1('other')],
	{ else: header('X-23') }
);
export const enum_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/24/{id}',
	[segment$1('id'), query$1('other')],
	{ enum: header('X-24') }
);
export const eval_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/25/{id}',
	[segment$1('id'), query$1('other')],
	{ eval: header('X-25') }
);
export const export_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/26/{id}',
	[segment$1('id'), query$1('other')],
	{ export: header('X-26') }
);
export const extends_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/27/{id}',
	[segment$1('id'), query$1('other')],
	{ extends: header('X-27') }
);
export const false_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/28/{id}',
	[segment$1('id'), query$1('other')],
	{ false: header('X-28') }
);
export const finally_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/29/{id}',
	[segment$1('id'), query$1('other')],
	{ finally: header('X-29') }
);
export const for_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/30/{id}',
	[segment$1('id'), query$1('other')],
	{ for: header('X-30') }
);
export const from = /* @__PURE__ */ json$1(
	'GET',
	'/words/31/{id}',
	[segment$1('id'), query$1('other')],
	{ from_header: header('X-31') }
);
export const function_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/32/{id}',
	[segment$1('id'), query$1('other')],
	{ function: header('X-32') }
);
export const get = /* @__PURE__ */ json$1(
	'GET',
	'/words/33/{id}',
	[segment$1('id'), query$1('other')],
	{ get_header: header('X-33') }
);
export const global = /* @__PURE__ */ json$1(
	'GET',
	'/words/34/{id}',
	[segment$1('id'), query$1('other')],
	{ global_header: header('X-34') }
);
export const globalThis_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/35/{id}',
	[segment$1('id'), query$1('other')],
	{ globalThis: header('X-35') }
);
export const if_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/36/{id}',
	[segment$1('id'), query$1('other')],
	{ if: header('X-36') }
);
export const implements_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/37/{id}',
	[segment$1('id'), query$1('other')],
	{ implements: header('X-37') }
);
export const import_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/38/{id}',
	[segment$1('id'), query$1('other')],
	{ import: header('X-38') }
);
export const in_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/39/{id}',
	[segment$1('id'), query$1('other')],
	{ in: header('X-39') }
);
export const infer = /* @__PURE__ */ json$1(
	'GET',
	'/words/40/{id}',
	[segment$1('id'), query$1('other')],
	{ infer_header: header('X-40') }
);
export const instanceof_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/41/{id}',
	[segment$1('id'), query$1('other')],
	{ instanceof: header('X-41') }
);
export const interface_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/42/{id}',
	[segment$1('id'), query$1('other')],
	{ interface: header('X-42') }
);
export const intrinsic = /* @__PURE__ */ json$1(
	'GET',
	'/words/43/{id}',
	[segment$1('id'), query$1('other')],
	{ intrinsic_header: header('X-43') }
);
export const is = /* @__PURE__ */ json$1(
	'GET',
	'/words/44/{id}',
	[segment$1('id'), query$1('other')],
	{ is_header: header('X-44') }
);
export const keyof = /* @__PURE__ */ json$1(
	'GET',
	'/words/45/{id}',
	[segment$1('id'), query$1('other')],
	{ keyof_header: header('X-45') }
);
export const let_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/46/{id}',
	[segment$1('id'), query$1('other')],
	{ let: header('X-46') }
);
export const module_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/47/{id}',
	[segment$1('id'), query$1('other')],
	{ module_header: header('X-47') }
);
export const namespace = /* @__PURE__ */ json$1(
	'GET',
	'/words/48/{id}',
	[segment$1('id'), query$1('other')],
	{ namespace_header: header('X-48') }
);
export const never = /* @__PURE__ */ json$1(
	'GET',
	'/words/49/{id}',
	[segment$1('id'), query$1('other')],
	{ never_header: header('X-49') }
);
export const new_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/50/{id}',
	[segment$1('id'), query$1('other')],
	{ new: header('X-50') }
);
export const null_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/51/{id}',
	[segment$1('id'), query$1('other')],
	{ null: header('X-51') }
);
export const number = /* @__PURE__ */ json$1(
	'GET',
	'/words/52/{id}',
	[segment$1('id'), query$1('other')],
	{ number_header: header('X-52') }
);
export const object = /* @__PURE__ */ json$1(
	'GET',
	'/words/53/{id}',
	[segment$1('id'), query$1('other')],
	{ object_header: header('X-53') }
);
export const of = /* @__PURE__ */ json$1(
	'GET',
	'/words/54/{id}',
	[segment$1('id'), query$1('other')],
	{ of_header: header('X-54') }
);
export const out = /* @__PURE__ */ json$1(
	'GET',
	'/words/55/{id}',
	[segment$1('id'), query$1('other')],
	{ out_header: header('X-55') }
);
export const override = /* @__PURE__ */ json$1(
	'GET',
	'/words/56/{id}',
	[segment$1('id'), query$1('other')],
	{ override_header: header('X-56') }
);
export const package_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/57/{id}',
	[segment$1('id'), query$1('other')],
	{ package: header('X-57') }
);
export const private_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/58/{id}',
	[segment$1('id'), query$1('other')],
	{ private: header('X-58') }
);
export const protected_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/59/{id}',
	[segment$1('id'), query$1('other')],
	{ protected: header('X-59') }
);
export const public_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/60/{id}',
	[segment$1('id'), query$1('other')],
	{ public: header('X-60') }
);
export const readonly = /* @__PURE__ */ json$1(
	'GET',
	'/words/61/{id}',
	[segment$1('id'), query$1('other')],
	{ readonly_header: header('X-61') }
);
export const require_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/62/{id}',
	[segment$1('id'), query$1('other')],
	{ require_header: header('X-62') }
);
export const return_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/63/{id}',
	[segment$1('id'), query$1('other')],
	{ return: header('X-63') }
);
export const satisfies = /* @__PURE__ */ json$1(
	'GET',
	'/words/64/{id}',
	[segment$1('id'), query$1('other')],
	{ satisfies_header: header('X-64') }
);
export const set = /* @__PURE__ */ json$1(
	'GET',
	'/words/65/{id}',
	[segment$1('id'), query$1('other')],
	{ set_header: header('X-65') }
);
export const static_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/66/{id}',
	[segment$1('id'), query$1('other')],
	{ static: header('X-66') }
);
export const string = /* @__PURE__ */ json$1(
	'GET',
	'/words/67/{id}',
	[segment$1('id'), query$1('other')],
	{ string_header: header('X-67') }
);
export const super_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/68/{id}',
	[segment$1('id'), query$1('other')],
	{ super: header('X-68') }
);
export const switch_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/69/{id}',
	[segment$1('id'), query$1('other')],
	{ switch: header('X-69') }
);
export const symbol = /* @__PURE__ */ json$1(
	'GET',
	'/words/70/{id}',
	[segment$1('id'), query$1('other')],
	{ symbol_header: header('X-70') }
);
export const this_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/71/{id}',
	[segment$1('id'), query$1('other')],
	{ this: header('X-71') }
);
export const throw_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/72/{id}',
	[segment$1('id'), query$1('other')],
	{ throw: header('X-72') }
);
export const true_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/73/{id}',
	[segment$1('id'), query$1('other')],
	{ true: header('X-73') }
);
export const try_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/74/{id}',
	[segment$1('id'), query$1('other')],
	{ try: header('X-74') }
);
export const type = /* @__PURE__ */ json$1(
	'GET',
	'/words/75/{id}',
	[segment$1('id'), query$1('other')],
	{ type_header: header('X-75') }
);
export const typeof_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/76/{id}',
	[segment$1('id'), query$1('other')],
	{ typeof: header('X-76') }
);
export const undefined_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/77/{id}',
	[segment$1('id'), query$1('other')],
	{ undefined: header('X-77') }
);
export const unique = /* @__PURE__ */ json$1(
	'GET',
	'/words/78/{id}',
	[segment$1('id'), query$1('other')],
	{ unique_header: header('X-78') }
);
export const unknown = /* @__PURE__ */ json$1(
	'GET',
	'/words/79/{id}',
	[segment$1('id'), query$1('other')],
	{ unknown_header: header('X-79') }
);
export const using = /* @__PURE__ */ json$1(
	'GET',
	'/words/80/{id}',
	[segment$1('id'), query$1('other')],
	{ using_header: header('X-80') }
);
export const var_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/81/{id}',
	[segment$1('id'), query$1('other')],
	{ var: header('X-81') }
);
export const void_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/82/{id}',
	[segment$1('id'), query$1('other')],
	{ void: header('X-82') }
);
export const while_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/83/{id}',
	[segment$1('id'), query$1('other')],
	{ while: header('X-83') }
);
export const with_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/84/{id}',
	[segment$1('id'), query$1('other')],
	{ with: header('X-84') }
);
export const yield_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/85/{id}',
	[segment$1('id'), query$1('other')],
	{ yield: header('X-85') }
);
export const Array_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/86/{id}',
	[segment$1('id'), query$1('other')],
	{ Array_header: header('X-86') }
);
export const Blob_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/87/{id}',
	[segment$1('id'), query$1('other')],
	{ Blob_header: header('X-87') }
);
export const Call = /* @__PURE__ */ json$1(
	'GET',
	'/words/88/{id}',
	[segment$1('id'), query$1('other')],
	{ Call_header: header('X-88') }
);
export const CallOptions = /* @__PURE__ */ json$1(
	'GET',
	'/words/89/{id}',
	[segment$1('id'), query$1('other')],
	{ CallOptions_header: header('X-89') }
);
export const Date_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/90/{id}',
	[segment$1('id'), query$1('other')],
	{ Date_header: header('X-90') }
);
export const Error_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/91/{id}',
	[segment$1('id'), query$1('other')],
	{ Error_header: header('X-91') }
);
export const File_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/92/{id}',
	[segment$1('id'), query$1('other')],
	{ File_header: header('X-92') }
);
export const FluidTypes = /* @__PURE__ */ json$1(
	'GET',
	'/words/93/{id}',
	[segment$1('id'), query$1('other')],
	{ FluidTypes_header: header('X-93') }
);
export const Function_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/94/{id}',
	[segment$1('id'), query$1('other')],
	{ Function_header: header('X-94') }
);
export const HTTPValidationError = /* @__PURE__ */ json$1(
	'GET',
	'/words/95/{id}',
	[segment$1('id'), query$1('other')],
	{ HTTPValidationError_header: header('X-95') }
);
export const Infinity_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/96/{id}',
	[segment$1('id'), query$1('other')],
	{ Infinity_header: header('X-96') }
);
export const JSON_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/97/{id}',
	[segment$1('id'), query$1('other')],
	{ JSON_header: header('X-97') }
);
export const Map_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/98/{id}',
	[segment$1('id'), query$1('other')],
	{ Map_header: header('X-98') }
);
export const NaN_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/99/{id}',
	[segment$1('id'), query$1('other')],
	{ NaN_header: header('X-99') }
);
export const Object_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/100/{id}',
	[segment$1('id'), query$1('other')],
	{ Object_header: header('X-100') }
);
export const Promise_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/101/{id}',
	[segment$1('id'), query$1('other')],
	{ Promise_header: header('X-101') }
);
export const Record = /* @__PURE__ */ json$1(
	'GET',
	'/words/102/{id}',
	[segment$1('id'), query$1('other')],
	{ Record_header: header('X-102') }
);
export const Response_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/103/{id}',
	[segment$1('id'), query$1('other')],
	{ Response_header: header('X-103') }
);
export const String_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/104/{id}',
	[segment$1('id'), query$1('other')],
	{ String_header: header('X-104') }
);
export const Symbol_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/105/{id}',
	[segment$1('id'), query$1('other')],
	{ Symbol_header: header('X-105') }
);
export const UrlOptions = /* @__PURE__ */ json$1(
	'GET',
	'/words/106/{id}',
	[segment$1('id'), query$1('other')],
	{ UrlOptions_header: header('X-106') }
);
export const body = /* @__PURE__ */ json$1(
	'GET',
	'/words/107/{id}',
	[segment$1('id'), query$1('other')],
	{ body_header: header('X-107') }
);
export const codec = /* @__PURE__ */ json$1(
	'GET',
	'/words/108/{id}',
	[segment$1('id'), query$1('other')],
	{ codec_header: header('X-108') }
);
export const configure = /* @__PURE__ */ json$1(
	'GET',
	'/words/109/{id}',
	[segment$1('id'), query$1('other')],
	{ configure_header: header('X-109') }
);
export const empty = /* @__PURE__ */ json$1(
	'GET',
	'/words/110/{id}',
	[segment$1('id'), query$1('other')],
	{ empty_header: header('X-110') }
);
export const fetch_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/111/{id}',
	[segment$1('id'), query$1('other')],
	{ fetch_: header('X-111') }
);
export const file = /* @__PURE__ */ json$1(
	'GET',
	'/words/112/{id}',
	[segment$1('id'), query$1('other')],
	{ file_header: header('X-112') }
);
export const hot = /* @__PURE__ */ json$1(
	'GET',
	'/words/113/{id}',
	[segment$1('id'), query$1('other')],
	{ hot_header: header('X-113') }
);
export const json = /* @__PURE__ */ json$1(
	'GET',
	'/words/114/{id}',
	[segment$1('id'), query$1('other')],
	{ json_header: header('X-114') }
);
export const options = /* @__PURE__ */ json$1(
	'GET',
	'/words/115/{id}',
	[segment$1('id'), query$1('other')],
	{ options_header: header('X-115') }
);
export const query = /* @__PURE__ */ json$1(
	'GET',
	'/words/116/{id}',
	[segment$1('id'), query$1('other')],
	{ query_header: header('X-116') }
);
export const response = /* @__PURE__ */ json$1(
	'GET',
	'/words/117/{id}',
	[segment$1('id'), query$1('other')],
	{ response_header: header('X-117') }
);
export const segment = /* @__PURE__ */ json$1(
	'GET',
	'/words/118/{id}',
	[segment$1('id'), query$1('other')],
	{ segment_header: header('X-118') }
);
export const text = /* @__PURE__ */ json$1(
	'GET',
	'/words/119/{id}',
	[segment$1('id'), query$1('other')],
	{ text_header: header('X-119') }
);
export const url = /* @__PURE__ */ json$1(
	'GET',
	'/words/120/{id}',
	[segment$1('id'), query$1('other')],
	{ url_header: header('X-120') }
);
export const import_meta = /* @__PURE__ */ json$1(
	'GET',
	'/words/121/{id}',
	[segment$1('id'), query$1('other')],
	{ import_meta_header: header('X-121') }
);
export const __proto__ = /* @__PURE__ */ json$1(
	'GET',
	'/words/122/{id}',
	[segment$1('id'), query$1('other')],
	{ __proto___header: header('X-122') }
);
export const prototype = /* @__PURE__ */ json$1(
	'GET',
	'/words/123/{id}',
	[segment$1('id'), query$1('other')],
	{ prototype_header: header('X-123') }
);
export const toString = /* @__PURE__ */ json$1(
	'GET',
	'/words/124/{id}',
	[segment$1('id'), query$1('other')],
	{ toString_header: header('X-124') }
);
export const hasOwnProperty = /* @__PURE__ */ json$1(
	'GET',
	'/words/125/{id}',
	[segment$1('id'), query$1('other')],
	{ hasOwnProperty_header: header('X-125') }
);
export const K = /* @__PURE__ */ json$1(
	'GET',
	'/words/126/{id}',
	[segment$1('id'), query$1('other')],
	{ K_header: header('X-126') }
);
export const T = /* @__PURE__ */ json$1(
	'GET',
	'/words/127/{id}',
	[segment$1('id'), query$1('other')],
	{ T_header: header('X-127') }
);
export const K_ = /* @__PURE__ */ json$1(
	'GET',
	'/words/128/{id}',
	[segment$1('id'), query$1('other')],
	{ K__header: header('X-128') }
);
export const _ = /* @__PURE__ */ json$1(
	'GET',
	'/words/129/{id}',
	[segment$1('id'), query$1('other')],
	{ __header: header('X-129') }
);
export const $ = /* @__PURE__ */ json$1(
	'GET',
	'/words/130/{id}',
	[segment$1('id'), query$1('other')],
	{ $_header: header('X-130') }
);
export const Ünïcode = /* @__PURE__ */ json$1(
	'GET',
	'/words/131/{id}',
	[segment$1('id'), query$1('other')],
	{ 'Ünïcode_header': header('X-131') }
);
export const größe = /* @__PURE__ */ json$1(
	'GET',
	'/words/132/{id}',
	[segment$1('id'), query$1('other')],
	{ 'größe_header': header('X-132') }
);
export const 名前 = /* @__PURE__ */ json$1(
	'GET',
	'/words/133/{id}',
	[segment$1('id'), query$1('other')],
	{ '名前_header': header('X-133') }
);
export const 𝒳 = /* @__PURE__ */ json$1(
	'GET',
	'/words/134/{id}',
	[segment$1('id'), query$1('other')],
	{ '𝒳_header': header('X-134') }
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
