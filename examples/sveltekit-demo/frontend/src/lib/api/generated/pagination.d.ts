/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/pagination.py, written by FluidKit: edits are overwritten.
/** Some items of a longer list. */
export interface Page<T> {
	'items': T[];
	/** How many items there are on all pages. */
	'total': number;
	/** Number of this page, from 1. */
	'page': number;
	/** How many items a full page has. */
	'size': number;
	/** How many pages there are; at least one. */
	readonly 'pages': number;
}
//# sourceMappingURL=pagination.d.ts.map
