import createClient from 'openapi-fetch';
import type { paths } from '../openapi-fetch/schema';
import { asked, base, ended, run, shown } from './probing';

const client = createClient<paths>({ baseUrl: base });
const raw = async (answer: Promise<{ data?: unknown }>): Promise<unknown> =>
	(await answer).data instanceof ReadableStream && 'raw';

await run({
	value: async () => (await client.GET('/users/{user_id}', { params: { path: { user_id: 1 } } })).data!.name,
	error: async () => {
		const { error, response } = await client.GET('/users/{user_id}', { params: { path: { user_id: 404 } } });
		return response.status === 404 && (error as any).reason;
	},
	created: async () => (await client.POST('/users', { body: { name: 'B' } as any })).data!.role,
	empty: async () => shown((await client.DELETE('/users/{user_id}', { params: { path: { user_id: 1 } } })).data),
	alias: async () => (await client.GET('/search', { params: { query: { q: ['a/b', 'c&d'] } } })).data,
	dots: () => asked(() => client.GET('/items/{item_id}', { params: { path: { item_id: '..' } } })),
	cookie: async () => ((await client.GET('/whoami', { params: { cookie: { session: 'a' } } })).data as any).session,
	header: async () => ((await client.GET('/whoami', { params: { header: { 'x-trace': 'a' } } })).data as any).trace,
	upload: async () =>
		(
			await client.POST('/upload', {
				body: { file: new Blob([Uint8Array.of(0, 255, 1)]) } as any,
				bodySerializer: (body: any) => {
					const form = new FormData();
					form.append('file', body.file);
					return form;
				}
			})
		).data,
	download: async () => {
		const { data, response } = await client.GET('/report', { parseAs: 'blob' });
		const name = response.headers.get('content-disposition');
		return [name, [...new Uint8Array(await (data as unknown as Blob).arrayBuffer())]];
	},
	events: () => raw(client.GET('/events', { parseAs: 'stream' })),
	'native events': () => raw(client.GET('/native-events', { parseAs: 'stream' })),
	chat: () => raw(client.POST('/chat', { body: { name: 'x' } as any, parseAs: 'stream' })),
	leaving: async () => {
		const { data } = await client.GET('/events', { params: { query: { endless: true } }, parseAs: 'stream' });
		await (data as unknown as ReadableStream).cancel();
		return (await ended()) && 'by hand';
	},
	records: () => raw(client.GET('/records', { parseAs: 'stream' })),
	'native records': () => raw(client.GET('/native-records', { parseAs: 'stream' })),
	'described events': () => raw(client.GET('/described-events', { parseAs: 'stream' })),
	'described records': () => raw(client.GET('/described-records', { parseAs: 'stream' })),
	'described report': async () => {
		const { data } = await client.GET('/described-report', { parseAs: 'blob' });
		return [...new Uint8Array(await data!.arrayBuffer())];
	},
	text: () => raw(client.GET('/log', { parseAs: 'stream' }))
});
