/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

import type { RequestEvent } from '@sveltejs/kit';
import { type Environment, type Located } from './host.js';
import type { CallOptions, Configuration } from './types.js';
/** Complete what a caller wants by how a call leaves the server. */
export declare function located(
	options: CallOptions,
	configuration: Configuration
): Promise<Located>;
/** Those of a platform that keeps its environment to itself: Cloudflare. */
export declare const variables: ({ platform }: RequestEvent) => Environment;
