// What the types say. The compiler is the test: `npm run check` reads this file.

import { expectTypeOf, test } from 'vitest';
import type {
	ApiError,
	ApiResult,
	Call,
	CallOptions,
	Configuration,
	FluidTypes,
	HTTPValidationError,
	HttpStatus,
	ValidationError
} from '../src/client.js';

interface User {
	id: number;
}
interface NotFound {
	detail: { resource: string };
}
interface Teapot {
	temperature: number;
}
declare function get_user(
	id: number,
	options?: CallOptions
): Call<User, { 404: NotFound; 418: Teapot; 422: HTTPValidationError }>;
declare function plain(options?: CallOptions & { page?: number | undefined }): Call<string>;

/** Only to be compiled. */
export async function uses(fetch: typeof globalThis.fetch, signal: AbortSignal | undefined) {
	expectTypeOf(await get_user(1)).toEqualTypeOf<User>();
	expectTypeOf(await get_user(1).orError()).toEqualTypeOf<User>();
	expectTypeOf(await get_user(1).response()).toEqualTypeOf<Response>();
	expectTypeOf(get_user(1)).toExtend<Promise<User>>();

	const result = await get_user(1).result();
	// @ts-expect-error: data are there only after a look at `success`
	void result.data;
	if (result.success) {
		expectTypeOf(result.data).toEqualTypeOf<User>();
		// @ts-expect-error: no error in a success
		void result.error;
		return;
	}
	// @ts-expect-error: no data in a failure
	void result.data;
	expectTypeOf(result.error).toExtend<ApiError>();
	switch (result.status) {
		case 404:
			expectTypeOf(result.error.body).toEqualTypeOf<NotFound>();
			expectTypeOf(result.error.detail).toEqualTypeOf<{ resource: string }>();
			expectTypeOf(result.error.response).toEqualTypeOf<Response>();
			break;
		case 418:
			expectTypeOf(result.error.detail).toEqualTypeOf<Teapot>();
			break;
		case 422:
			expectTypeOf(result.error.detail).toEqualTypeOf<ValidationError[]>();
			break;
		case 0:
			expectTypeOf(result.error.body).toEqualTypeOf<undefined>();
			expectTypeOf(result.error.response).toEqualTypeOf<Response | undefined>();
			expectTypeOf(result.error.cause).toBeUnknown();
			break;
		case 500:
			expectTypeOf(result.error.body).toBeUnknown();
			expectTypeOf(result.error.detail).toBeUnknown();
			break;
		// @ts-expect-error: a success is no failure
		case 200:
			break;
		// @ts-expect-error: no such status
		case 999:
			break;
		default:
			expectTypeOf(result.status).not.toExtend<404 | 418 | 422 | 0 | 500>();
	}

	const other: ApiResult<string> = await plain().result();
	if (!other.success) {
		expectTypeOf(other.status).toEqualTypeOf<
			Exclude<HttpStatus, 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | 304> | 0
		>();
	}

	void plain({ fetch, signal, timeout: undefined, headers: undefined, page: undefined });
	void plain({ headers: { a: 'b' } });
	void plain({ headers: new Headers() });
	// @ts-expect-error: no such option
	void plain({ retries: 3 });
	// @ts-expect-error: a header is text
	void plain({ headers: { a: 1 } });
}

/** Only to be compiled. */
export const configurations: Configuration[] = [
	{ headers: { a: 'b' } },
	{ headers: async (event) => ({ authorization: event?.url.pathname ?? '' }) },
	{ fetch: (url, init) => fetch(url, { ...init, credentials: 'include' }), baseUrl: 'https://x' },
	{
		onError: (error, retry) => {
			expectTypeOf(error).toEqualTypeOf<ApiError>();
			return error.status === 401 ? retry() : undefined;
		}
	},
	{ onError: async (error) => void console.error(error) },
	// @ts-expect-error: the data are not the response
	{ onError: () => 'x' }
];

test('formats are what JSON carries', () => {
	expectTypeOf<FluidTypes.UUID>().toEqualTypeOf<string>();
	expectTypeOf<FluidTypes.Duration<number>>().toEqualTypeOf<number>();
	// @ts-expect-error: neither string nor number
	expectTypeOf<FluidTypes.Date<boolean>>();
});

test('a narrowed error is an ApiError', () => {
	expectTypeOf<ApiError<404, NotFound>>().toExtend<ApiError>();
});
