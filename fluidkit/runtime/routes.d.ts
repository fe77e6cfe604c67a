/** Method and path of every generated operation. */
export declare const routes: readonly (readonly [method: string, path: string])[];
