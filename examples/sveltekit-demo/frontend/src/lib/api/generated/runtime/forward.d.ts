/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

/** What forwarding needs of SvelteKit's request event. */
export interface ForwardedEvent {
	readonly request: Request;
	readonly url: URL;
	getClientAddress(): string;
}
/** Where requests come from and go to. */
export interface Way {
	/** Origin of the app, with its path if it has one. */
	readonly backend: string;
	/** Path of the proxy route, SvelteKit's base path included: what is taken off. */
	readonly prefix: string;
	/** Whether an operation may be reached; the path is decoded. */
	readonly allows: (method: string, path: string) => boolean;
}
/** Forward a request to the app, and return its answer as it arrives. */
export declare function forward(event: ForwardedEvent, way: Way): Promise<Response>;
/** Counts the redirects that were followed for a page that is rendered. Ends here. */
export declare const HOPS = 'x-fluidkit-redirects';
