/** Typed client of evil/ *\/ server/CON.py, written by FluidKit: edits are overwritten.
 *  Go to Definition opens the Python. Code: ../generated/server_/CON_.js, types: ../generated/server_/CON_.d.ts */
export {
	___globalThis_HACKED___1______$_globalThis_HACKED___1_____script____________________link_x___deprecated, // POST /`${x}/"'/*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- "'\    \u0000\ufeff\ud800 {@link x} @deprecated/{id}
	events, // GET /events
	twice_get_overloaded, // GET /overloaded
	twice_post_overloaded, // POST /overloaded
	same_get_a_b_3c8680, // GET /a-b
	same_get_a_b_3b7805, // GET /a_b
	_lambda_, // GET /lambda
	ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, // GET /long
	Color_get_clash, // GET /clash
	User, // GET /meeting
	Color,
	Described,
	type Evil,
	type Names,
	type Page_Number,
	type outer_User
} from '../generated/server_/CON_.js';
export type { User as EvilOtherUser } from '../generated/evil/other.js';
if (import.meta.hot) import.meta.hot.accept();
