import * as api from '../orval/client';
import { asked, base, ended, run, shown } from './probing';

// A browser puts the page's origin before a path; here it is the app's.
const real = globalThis.fetch;
globalThis.fetch = ((input: string, init?: RequestInit) =>
	real(input.startsWith('/') ? base + input : input, init)) as typeof fetch;

await run({
	value: async () => ((await api.getUser(1)).data as any).name,
	error: async () => {
		const result = await api.getUser(404);
		return result.status === 404 && result.data.reason;
	},
	created: async () => ((await api.createUser({ name: 'B' })).data as any).role,
	empty: async () => shown((await api.deleteUser(1)).data),
	alias: async () => (await api.search({ q: ['a/b', 'c&d'] })).data,
	dots: () => asked(() => api.getItem('..')),
	cookie: async () => {
		const { data } = await api.whoami({}, { headers: { cookie: 'session=a' } });
		return (data as any).session === 'a' && 'by hand';
	},
	header: async () => ((await api.whoami({ 'x-trace': 'a' })).data as any).trace,
	upload: async () => (await api.upload({ file: new Blob([Uint8Array.of(0, 255, 1)]) })).data,
	download: async () => (await api.report()).data,
	events: async () => (await api.events()).data,
	'native events': async () => (await api.nativeEvents()).data,
	chat: async () => (await api.chat({ name: 'x' })).data,
	leaving: async () => {
		const controller = new AbortController();
		const call = api.events({ endless: true }, { signal: controller.signal }).catch(() => {});
		setTimeout(() => controller.abort(), 300);
		await call;
		return (await ended()) && 'by hand';
	},
	records: async () => (await api.records()).data,
	'native records': async () => (await api.nativeRecords()).data,
	'described events': async () => (await api.describedEvents()).data,
	'described records': async () =>
		(await api.describedRecords()).stream.body instanceof ReadableStream && 'raw',
	'described report': async () => {
		const { data } = await api.describedReport();
		return [...new Uint8Array(await data.arrayBuffer())];
	},
	text: async () => (await api.log()).data
});
