/** Path under which the browser reaches the app; "" for none. */
export declare const prefix: string;
/** Where the server side reaches the app, unless FLUIDKIT_URL says otherwise. */
export declare const backendUrl: string;
/** Whether the SvelteKit app has a route under `prefix` that forwards to the app. */
export declare const proxy: boolean;
/** Whether the route forwards everything, not just the generated operations. */
export declare const proxyAll: boolean;
