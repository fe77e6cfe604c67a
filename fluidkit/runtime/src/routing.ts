// Which operations the app has, for the proxy.

/** Method and path, as printed: "/users/{id}", "/files/{path:path}". */
export type Routes = readonly (readonly [method: string, path: string])[];

/**
 * Make the question whether a method may be used on a decoded path.
 *
 * A slash at the end makes no difference: the app itself answers such a request with a redirect.
 * HEAD belongs to every GET, OPTIONS to every route.
 */
export function allowing(routes: Routes): (method: string, path: string) => boolean {
	const compiled = routes.map(([method, path]) => [method, patternOf(path)] as const);
	return (method, path) =>
		compiled.some(
			([own, pattern]) =>
				(own === method || method === 'OPTIONS' || (method === 'HEAD' && own === 'GET')) &&
				pattern.test(path)
		);
}

function patternOf(path: string): RegExp {
	const source = path
		.replace(/\/$/, '')
		.split(/(\{[^}]*\})/)
		.map((piece) => {
			if (!piece.startsWith('{')) return escaped(decodeURIComponent(piece));
			return piece.endsWith(':path}') ? '[^]*' : '[^/]+';
		})
		.join('');
	return new RegExp(`^${source}/?$`);
}

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
