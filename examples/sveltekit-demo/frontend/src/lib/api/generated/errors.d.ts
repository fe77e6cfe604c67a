/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/errors.py, written by FluidKit: edits are overwritten.
import type { Status } from './models.js';

/** There is no incident with this number. */
export interface IncidentNotFound {
	/** One sentence for people. */
	'detail': string;
	'incident_id': number;
	/** The highest number that there is; null on an empty board. */
	'newest_id': number | null;
}
/** Only somebody else may do this. */
export interface NotAllowed {
	/** One sentence for people. */
	'detail': string;
}
/** There is no such thing. */
export interface NotFound {
	/** One sentence for people. */
	'detail': string;
}
/** Only somebody who is logged in may do this. */
export interface NotLoggedIn {
	/** One sentence for people. */
	'detail': string;
}
/** The file is too large. */
export interface TooLarge {
	/** One sentence for people. */
	'detail': string;
	/** In bytes. */
	'limit': number;
}
/** An incident can't go from its status to that one. */
export interface WrongStep {
	/** One sentence for people. */
	'detail': string;
	'current': Status;
	'allowed': Status[];
}
//# sourceMappingURL=errors.d.ts.map
