/** Typed client of evil/settings.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ./generated/settings_.js, types: ./generated/settings_.d.ts */
export {
	abstract, // GET /words/0/{id}
	accessor, // GET /words/1/{id}
	any, // GET /words/2/{id}
	arguments_, // GET /words/3/{id}
	as, // GET /words/4/{id}
	asserts, // GET /words/5/{id}
	async, // GET /words/6/{id}
	await_, // GET /words/7/{id}
	bigint, // GET /words/8/{id}
	boolean, // GET /words/9/{id}
	break_, // GET /words/10/{id}
	case_, // GET /words/11/{id}
	catch_, // GET /words/12/{id}
	class_, // GET /words/13/{id}
	const_, // GET /words/14/{id}
	constructor, // GET /words/15/{id}
	continue_, // GET /words/16/{id}
	debugger_, // GET /words/17/{id}
	declare, // GET /words/18/{id}
	default_, // GET /words/19/{id}
	defer, // GET /words/20/{id}
	delete_, // GET /words/21/{id}
	do_, // GET /words/22/{id}
	else_, // GET /words/23/{id}
	enum_, // GET /words/24/{id}
	eval_, // GET /words/25/{id}
	export_, // GET /words/26/{id}
	extends_, // GET /words/27/{id}
	false_, // GET /words/28/{id}
	finally_, // GET /words/29/{id}
	for_, // GET /words/30/{id}
	from, // GET /words/31/{id}
	function_, // GET /words/32/{id}
	get, // GET /words/33/{id}
	global, // GET /words/34/{id}
	globalThis_, // GET /words/35/{id}
	if_, // GET /words/36/{id}
	implements_, // GET /words/37/{id}
	import_, // GET /words/38/{id}
	in_, // GET /words/39/{id}
	infer, // GET /words/40/{id}
	instanceof_, // GET /words/41/{id}
	interface_, // GET /words/42/{id}
	intrinsic, // GET /words/43/{id}
	is, // GET /words/44/{id}
	keyof, // GET /words/45/{id}
	let_, // GET /words/46/{id}
	module_, // GET /words/47/{id}
	namespace, // GET /words/48/{id}
	never, // GET /words/49/{id}
	new_, // GET /words/50/{id}
	null_, // GET /words/51/{id}
	number, // GET /words/52/{id}
	object, // GET /words/53/{id}
	of, // GET /words/54/{id}
	out, // GET /words/55/{id}
	override, // GET /words/56/{id}
	package_, // GET /words/57/{id}
	private_, // GET /words/58/{id}
	protected_, // GET /words/59/{id}
	public_, // GET /words/60/{id}
	readonly, // GET /words/61/{id}
	require_, // GET /words/62/{id}
	return_, // GET /words/63/{id}
	satisfies, // GET /words/64/{id}
	set, // GET /words/65/{id}
	static_, // GET /words/66/{id}
	string, // GET /words/67/{id}
	super_, // GET /words/68/{id}
	switch_, // GET /words/69/{id}
	symbol, // GET /words/70/{id}
	this_, // GET /words/71/{id}
	throw_, // GET /words/72/{id}
	true_, // GET /words/73/{id}
	try_, // GET /words/74/{id}
	type, // GET /words/75/{id}
	typeof_, // GET /words/76/{id}
	undefined_, // GET /words/77/{id}
	unique, // GET /words/78/{id}
	unknown, // GET /words/79/{id}
	using, // GET /words/80/{id}
	var_, // GET /words/81/{id}
	void_, // GET /words/82/{id}
	while_, // GET /words/83/{id}
	with_, // GET /words/84/{id}
	yield_, // GET /words/85/{id}
	Array_, // GET /words/86/{id}
	Blob_, // GET /words/87/{id}
	Call, // GET /words/88/{id}
	CallOptions, // GET /words/89/{id}
	Date_, // GET /words/90/{id}
	Error_, // GET /words/91/{id}
	File_, // GET /words/92/{id}
	FluidTypes, // GET /words/93/{id}
	Function_, // GET /words/94/{id}
	HTTPValidationError, // GET /words/95/{id}
	Infinity_, // GET /words/96/{id}
	JSON_, // GET /words/97/{id}
	Map_, // GET /words/98/{id}
	NaN_, // GET /words/99/{id}
	Object_, // GET /words/100/{id}
	Promise_, // GET /words/101/{id}
	Record, // GET /words/102/{id}
	Response_, // GET /words/103/{id}
	String_, // GET /words/104/{id}
	Symbol_, // GET /words/105/{id}
	UrlOptions, // GET /words/106/{id}
	body, // GET /words/107/{id}
	codec, // GET /words/108/{id}
	configure, // GET /words/109/{id}
	empty, // GET /words/110/{id}
	fetch_, // GET /words/111/{id}
	file, // GET /words/112/{id}
	hot, // GET /words/113/{id}
	json, // GET /words/114/{id}
	options, // GET /words/115/{id}
	query, // GET /words/116/{id}
	response, // GET /words/117/{id}
	segment, // GET /words/118/{id}
	text, // GET /words/119/{id}
	url, // GET /words/120/{id}
	import_meta, // GET /words/121/{id}
	__proto__, // GET /words/122/{id}
	prototype, // GET /words/123/{id}
	toString, // GET /words/124/{id}
	hasOwnProperty, // GET /words/125/{id}
	K, // GET /words/126/{id}
	T, // GET /words/127/{id}
	K_, // GET /words/128/{id}
	_, // GET /words/129/{id}
	$, // GET /words/130/{id}
	Ünïcode, // GET /words/131/{id}
	größe, // GET /words/132/{id}
	名前, // GET /words/133/{id}
	𝒳, // GET /words/134/{id}
	type Array,
	type Blob,
	type Date,
	type Error,
	type File,
	type Function,
	type Infinity,
	type JSON,
	type Map,
	type NaN,
	type Object,
	type Promise,
	type Response,
	type String,
	type Symbol,
	type __0b8d48,
	type __0d0ca9,
	type abstract_,
	type any_,
	type as_,
	type asserts_,
	type bigint_,
	type boolean_,
	type fetch,
	type infer_,
	type intrinsic_,
	type is_,
	type keyof_,
	type module,
	type never_,
	type number_,
	type object_,
	type readonly_,
	type require,
	type string_,
	type symbol_,
	type unique_,
	type unknown_
} from './generated/settings_.js';
export type { Box, Key, User } from './generated/evil/other.js';
if (import.meta.hot) import.meta.hot.accept();
