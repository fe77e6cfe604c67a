// SvelteKit 3, where its functions differ from those of SvelteKit 2.

import { expect, test, vi } from 'vitest';
import { ApiError } from '../src/client.js';
import { raise } from '../src/kit.js';
import { located } from '../src/kit-server.js';
import { events } from './stubs/app-server.js';

vi.mock('@sveltejs/kit', () => ({
	error: (status: number, message: unknown, more: unknown) => {
		throw { status, message, more };
	},
	isHttpError: () => false,
	isRedirect: () => false
}));

test('the message is an argument by itself', async () => {
	const response = new Response(null, { status: 404 });
	const error = new ApiError('GET /x', undefined, response, { detail: 'No such user' });
	await expect(raise(error)).rejects.toEqual({
		status: 404,
		message: 'No such user',
		more: { detail: 'No such user' }
	});
});

test('cookies keep the quotes that they have', async () => {
	const url = new URL('http://127.0.0.1:5173/page');
	const sent: (string | null)[] = [];
	const event = {
		url,
		request: new Request(url, { headers: { cookie: 'a="b\\054c"' } }),
		getClientAddress: () => '',
		cookies: { getAll: () => [{ name: 'a', value: 'b\\054c' }] },
		fetch: async (_: string, init?: RequestInit) => {
			sent.push(new Headers(init?.headers).get('cookie'));
			return Response.json(1);
		}
	};
	await events.run(event as never, async () => {
		const { fetch } = await located({}, {});
		await fetch!('http://127.0.0.1:8000/x');
	});
	expect(sent).toEqual(['a="b\\054c"']);
});
