// Help in development: browsers open no more than six HTTP/1.1 connections to an origin.

import { streamUrl } from '../settings.js';
import { node } from './host.js';
import { configuration } from './request.js';
import type { CallOptions } from './types.js';

const streams = new Map<string, number>();

/**
 * Have a stream go straight to the app, if that is set and the caller wants it nowhere else, so that
 * it takes no connection of the page's own; cookies of the same host go along.
 */
export function divert(options: CallOptions): { credentials?: 'include' } {
	if (!streamUrl || node()) return {};
	const { baseUrl, fetch } = { ...configuration, ...options };
	if (baseUrl !== streamUrl) {
		if (baseUrl !== undefined || fetch) return {};
		options.baseUrl = streamUrl;
	}
	return { credentials: 'include' };
}

/** Count a stream to this URL as open, warn if they get many; the result takes it off again. */
export function occupy(url: string): () => void {
	if (!globalThis.location) return () => {};
	const { origin, protocol } = new URL(url, location.href);
	if (protocol !== 'http:' && !(origin === location.origin && pageIsOldHttp())) return () => {};
	count(origin, 1);
	if (streams.get(origin) === 5) {
		console.warn(
			`FluidKit: the fifth stream to ${origin} is open. Over HTTP/1.1 browsers open six ` +
				'connections to an origin, in all tabs together: at the sixth stream every other ' +
				'request waits. Close streams that are not needed, or serve over HTTP/2.'
		);
	}
	let open = true;
	return () => {
		if (open) count(origin, -1);
		open = false;
	};
}

function count(origin: string, change: number): void {
	const total = (streams.get(origin) ?? 0) + change;
	if (total) streams.set(origin, total);
	else streams.delete(origin);
}

/** Over `http:` browsers never speak HTTP/2; over `https:` the page itself tells. */
function pageIsOldHttp(): boolean {
	const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	return page?.nextHopProtocol === 'http/1.1';
}
