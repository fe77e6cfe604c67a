/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

/** Method and path, as printed: "/users/{id}", "/files/{path:path}". */
export type Routes = readonly (readonly [method: string, path: string])[];
/**
 * Make the question whether a method may be used on a decoded path.
 *
 * A slash at the end makes no difference: the app itself answers such a request with a redirect.
 * HEAD belongs to every GET, OPTIONS to every route.
 */
export declare function allowing(routes: Routes): (method: string, path: string) => boolean;
