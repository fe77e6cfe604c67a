/**
 * Decodes maps with a decoder that is not ours.
 *
 * stdin: { map, places: [[line, column], …] }, lines from 1, columns from 0; stdout: where each
 * place comes from, or null.
 */
import { readFileSync } from 'node:fs';
import { TraceMap, traceSegment } from '@jridgewell/trace-mapping';

const { map, places } = JSON.parse(readFileSync(0, 'utf8'));
const trace = new TraceMap(map);
const found = places.map(([line, column]) => {
	const segment = traceSegment(trace, line - 1, column);
	if (!segment || segment[0] !== column || segment.length === 1) return null;
	return [trace.resolvedSources[segment[1]], segment[2] + 1, segment[3]];
});
console.log(JSON.stringify(found));
