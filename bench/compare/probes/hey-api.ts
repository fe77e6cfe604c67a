import * as api from '../hey-api/sdk.gen';
import { client } from '../hey-api/client.gen';
import { asked, base, ended, run, shown } from './probing';

client.setConfig({ baseUrl: base, throwOnError: true } as any);

const list = async (items: AsyncIterable<any>): Promise<unknown[]> => {
	const found = [];
	for await (const item of items) found.push(item);
	return found;
};
const strict = { throwOnError: true } as const;

await run({
	value: async () => (await api.getUser({ path: { user_id: 1 }, ...strict })).data.name,
	error: async () => {
		const result = await api.getUser({ path: { user_id: 404 }, throwOnError: false });
		return result.response?.status === 404 && (result.error as any).reason;
	},
	created: async () => (await api.createUser({ body: { name: 'B' }, ...strict })).data.role,
	empty: async () => shown((await api.deleteUser({ path: { user_id: 1 }, ...strict })).data),
	alias: async () => (await api.search({ query: { q: ['a/b', 'c&d'] }, ...strict })).data,
	dots: () => asked(() => api.getItem({ path: { item_id: '..' } })),
	cookie: async () => {
		const { data } = await api.whoami({ headers: { cookie: 'session=a' } as any, ...strict });
		return data.session === 'a' && 'by hand';
	},
	header: async () => (await api.whoami({ headers: { 'x-trace': 'a' }, ...strict })).data.trace,
	upload: async () =>
		(await api.upload({ body: { file: new Blob([Uint8Array.of(0, 255, 1)]) }, ...strict })).data,
	download: async () => {
		const { data, response } = await api.report({ parseAs: 'blob', ...strict });
		const name = response.headers.get('content-disposition');
		return [name, [...new Uint8Array(await (data as Blob).arrayBuffer())]];
	},
	events: async () => {
		const { data } = await api.events({ parseAs: 'stream', ...strict });
		return data instanceof ReadableStream && 'raw';
	},
	'native events': async () => list((await api.nativeEvents()).stream),
	chat: async () => {
		const { data } = await api.chat({ body: { name: 'x' }, parseAs: 'stream', ...strict });
		return data instanceof ReadableStream && 'raw';
	},
	leaving: async () => {
		// Its client of event streams, on a path whose OpenAPI does not say that it is one.
		const controller = new AbortController();
		const { signal } = controller;
		const { stream } = await client.sse.get({ url: '/events', query: { endless: true }, signal });
		for await (const _ of stream) break;
		if (await ended()) return true;
		controller.abort();
		return (await ended()) && 'by hand';
	},
	records: async () => {
		const { data } = await api.records({ parseAs: 'stream', ...strict });
		return data instanceof ReadableStream && 'raw';
	},
	'native records': async () => {
		const { data } = await api.nativeRecords({ parseAs: 'stream', ...strict });
		return data instanceof ReadableStream && 'raw';
	},
	'described events': async () => list((await api.describedEvents()).stream),
	'described records': async () => {
		const { data } = await api.describedRecords({ parseAs: 'stream', ...strict });
		return (data as unknown) instanceof ReadableStream && 'raw';
	},
	'described report': async () => {
		const { data } = await api.describedReport({ ...strict });
		return [...new Uint8Array(await (data as Blob).arrayBuffer())];
	},
	text: async () => {
		const { data } = await api.log({ parseAs: 'stream', ...strict });
		return data instanceof ReadableStream && 'raw';
	}
});
