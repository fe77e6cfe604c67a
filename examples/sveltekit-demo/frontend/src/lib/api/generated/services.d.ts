/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/routers/services.py, written by FluidKit: edits are overwritten.
import type { NotFound } from './errors.js';
import type { ServiceOut } from './models.js';
import type { Call, CallOptions, HTTPValidationError, UrlOptions } from './runtime/client.js';

/**
 * Return all services, by name, each with its open incidents.
 *
 * `GET /services`
 */
export declare function list_services(options?: CallOptions): Call<ServiceOut[]>;
export declare namespace list_services {
	/** URL of `GET /services`. */
	function url_of(options?: UrlOptions): string;
	export { url_of as url };
}
/**
 * Return one service.
 *
 * `GET /services/{slug}`
 */
export declare function get_service(slug: string, options?: CallOptions): Call<ServiceOut, { 404: NotFound; 422: HTTPValidationError }>;
export declare namespace get_service {
	/** URL of `GET /services/{slug}`. */
	function url_of(slug: string, options?: UrlOptions): string;
	export { url_of as url };
}
//# sourceMappingURL=services.d.ts.map
