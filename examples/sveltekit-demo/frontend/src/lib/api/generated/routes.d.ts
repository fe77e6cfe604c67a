/* eslint-disable */
// What the proxy forwards, written by FluidKit: edits are overwritten.
export declare const routes: readonly (readonly [method: string, path: string])[];
