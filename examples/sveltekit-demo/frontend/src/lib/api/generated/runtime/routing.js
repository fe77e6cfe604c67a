/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// Which operations the app has, for the proxy.
/**
 * Make the question whether a method may be used on a decoded path.
 *
 * A slash at the end makes no difference: the app itself answers such a request with a redirect.
 * HEAD belongs to every GET, OPTIONS to every route.
 */
export function allowing(routes) {
	const compiled = routes.map(([method, path]) => [method, patternOf(path)]);
	return (method, path) =>
		compiled.some(
			([own, pattern]) =>
				(own === method || method === 'OPTIONS' || (method === 'HEAD' && own === 'GET')) &&
				pattern.test(path)
		);
}
function patternOf(path) {
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
const escaped = (text) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
