// SvelteKit 3, where its functions differ from those of SvelteKit 2.

import { expect, test, vi } from 'vitest';
import { ApiError } from '../src/client.js';
import { raise } from '../src/kit.js';

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
