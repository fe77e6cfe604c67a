// How a call meets a framework: there is none.

import type { ApiError } from './errors.js';

/** There is no request event without SvelteKit. */
export type RequestEvent = never;

/** Reject with the framework's own error; there is none. */
export const raise = async (error: ApiError): Promise<never> => {
	throw error;
};
