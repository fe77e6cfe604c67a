import * as api from '../fluidkit/app.api.js';
import { configure } from '../fluidkit/index.js';
import { asked, base, ended, run, shown } from './probing';

configure({ baseUrl: base });

const list = async (items: AsyncIterable<any>, of: (item: any) => unknown): Promise<unknown[]> => {
	const found = [];
	for await (const item of items) found.push(of(item));
	return found;
};

await run({
	value: async () => (await api.get_user(1)).name,
	error: async () => {
		const result = await api.get_user(404).result();
		return !result.success && result.status === 404 && result.error.body.reason;
	},
	created: async () => (await api.create_user({ name: 'B' })).role,
	empty: async () => shown(await api.delete_user(1)),
	alias: () => api.search(['a/b', 'c&d']),
	dots: () => asked(() => api.get_item('..')),
	cookie: async () => (await api.whoami({ session: 'a' })).session,
	header: async () => (await api.whoami({ x_trace: 'a' })).trace,
	upload: () => api.upload(new Blob([Uint8Array.of(0, 255, 1)])),
	download: async () => {
		const file = await api.report();
		return [file.name, [...new Uint8Array(await file.arrayBuffer())]];
	},
	events: () => list(api.events(), (event) => [event.type, event.json]),
	'native events': () => list(api.native_events(), (event) => event.json),
	chat: () => list(api.chat({ name: 'x' }), (event) => event.json.t),
	leaving: async () => {
		for await (const _ of api.events({ endless: true })) break;
		return ended();
	},
	records: () => list(api.records(), (record) => record.id),
	'native records': () => list(api.native_records(), (record) => record.id),
	'described events': () => list(api.described_events(), (event) => event.json),
	'described records': () => list(api.described_records(), (record) => record.id),
	'described report': async () => [...new Uint8Array(await (await api.described_report()).arrayBuffer())],
	text: () => list(api.log().lines(), (line) => line)
});
