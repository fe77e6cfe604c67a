/* eslint-disable */
// Settings of the client, written by FluidKit: edits are overwritten.
export declare const prefix: string;
export declare const backendUrl: string;
export declare const streamUrl: string;
export declare const proxy: boolean;
export declare const proxyAll: boolean;
