/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/routers/incidents.py, written by FluidKit: edits are overwritten.
import type { IncidentNotFound, NotLoggedIn, WrongStep } from './errors.js';
import type {
	Attached,
	Commented,
	IncidentCreate,
	IncidentOut,
	IncidentSummary,
	IncidentUpdate,
	Opened,
	Overview,
	Severity,
	Status,
	StatusChange,
	StatusChanged
} from './models.js';
import type { Page } from './pagination.js';
import type { Call, CallOptions, HTTPValidationError, UrlOptions } from './runtime/client.js';

/**
 * Return the incidents that meet every condition, the newest first.
 *
 * `GET /incidents`
 */
export declare function list_incidents(
	options?: CallOptions & {
		/** Number of the page, from 1. At least 1 · Default: 1 */
		'page'?: number | undefined;
		/** How many items a page has. At least 1 · At most 100 · Default: 20 */
		'size'?: number | undefined;
		/** Words that the title or summary has. Default: "" */
		'q'?: string | undefined;
		/** Any of these; none: all. */
		'status'?: Status[] | undefined;
		/** Any of these; none: all. */
		'severity'?: Severity[] | undefined;
		/** Slug of a service. */
		'service'?: string | null | undefined;
	}
): Call<Page<IncidentSummary>, { 422: HTTPValidationError }>;
export declare namespace list_incidents {
	/** URL of `GET /incidents`. */
	function url_of(
		options?: UrlOptions & {
			'page'?: number | undefined;
			'size'?: number | undefined;
			'q'?: string | undefined;
			'status'?: Status[] | undefined;
			'severity'?: Severity[] | undefined;
			'service'?: string | null | undefined;
		}
	): string;
	export { url_of as url };
}
/**
 * Return the incidents that whoever is logged in works on or has reported, the newest first.
 *
 * `GET /incidents/mine` · requires APIKeyCookie
 */
export declare function list_my_incidents(
	options?: CallOptions & {
		/** Number of the page, from 1. At least 1 · Default: 1 */
		'page'?: number | undefined;
		/** How many items a page has. At least 1 · At most 100 · Default: 20 */
		'size'?: number | undefined;
	}
): Call<Page<IncidentSummary>, { 401: NotLoggedIn; 422: HTTPValidationError }>;
export declare namespace list_my_incidents {
	/** URL of `GET /incidents/mine`. */
	function url_of(
		options?: UrlOptions & { 'page'?: number | undefined; 'size'?: number | undefined }
	): string;
	export { url_of as url };
}
/**
 * Return the board in numbers.
 *
 * `GET /incidents/overview`
 */
export declare function get_overview(options?: CallOptions): Call<Overview>;
export declare namespace get_overview {
	/** URL of `GET /incidents/overview`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/**
 * Report an incident.
 *
 * `POST /incidents` · requires APIKeyCookie
 */
export declare function create_incident(draft: IncidentCreate, options?: CallOptions): Call<IncidentOut, { 401: NotLoggedIn; 422: HTTPValidationError }>;
/**
 * Return one incident.
 *
 * `GET /incidents/{incident_id}`
 */
export declare function get_incident(incident_id: number, options?: CallOptions): Call<IncidentOut, { 404: IncidentNotFound; 422: HTTPValidationError }>;
export declare namespace get_incident {
	/** URL of `GET /incidents/{incident_id}`. */
	function url_of(incident_id: number, options?: UrlOptions): string;
	export { url_of as url };
}
/**
 * Change an incident's title, severity or assignee.
 *
 * `PATCH /incidents/{incident_id}` · requires APIKeyCookie
 */
export declare function update_incident(
	incident_id: number,
	changes: IncidentUpdate,
	options?: CallOptions
): Call<IncidentOut, { 401: NotLoggedIn; 404: IncidentNotFound; 422: HTTPValidationError }>;
/**
 * Take an incident to another status.
 *
 * `PUT /incidents/{incident_id}/status` · requires APIKeyCookie
 */
export declare function change_status(
	incident_id: number,
	change: StatusChange,
	options?: CallOptions
): Call<IncidentOut, { 401: NotLoggedIn; 404: IncidentNotFound; 409: WrongStep; 422: HTTPValidationError }>;
/**
 * Return all that happened to an incident, the oldest first.
 *
 * `GET /incidents/{incident_id}/timeline`
 */
export declare function get_timeline(incident_id: number, options?: CallOptions): Call<(Opened | StatusChanged | Commented | Attached)[], { 404: IncidentNotFound; 422: HTTPValidationError }>;
export declare namespace get_timeline {
	/** URL of `GET /incidents/{incident_id}/timeline`. */
	function url_of(incident_id: number, options?: UrlOptions): string;
	export { url_of as url };
}
//# sourceMappingURL=incidents.d.ts.map
