/** Path under which the browser reaches the app; "" for none. */
export declare const prefix: string;
/** Where the server side reaches the app, unless FLUIDKIT_URL says otherwise. */
export declare const backendUrl: string;
/** Where the browser reaches the app for streams, in development alone; "" for the same as ever. */
export declare const streamUrl: string;
/** Whether the SvelteKit app has a route under `prefix` that forwards to the app. */
export declare const proxy: boolean;
/** Whether the route forwards everything, not just the generated operations. */
export declare const proxyAll: boolean;
