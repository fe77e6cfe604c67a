// As much of SvelteKit as the runtime uses. Not emitted: a user's tree has the real one.

declare namespace App {
	interface Error {
		message: string;
	}
}

declare module '@sveltejs/kit' {
	export interface RequestEvent {
		readonly fetch: typeof globalThis.fetch;
		readonly request: Request;
		readonly url: URL;
		readonly platform?: unknown;
		readonly isSubRequest: boolean;
		getClientAddress(): string;
		readonly cookies: {
			getAll(): { name: string; value: string }[];
			set(name: string, value: string, options: { [name: string]: unknown }): void;
			serialize(name: string, value: string, options: { [name: string]: unknown }): string;
		};
	}
	export function error(status: number, body: App.Error | string, more?: object): never;
	export function isHttpError(thrown: unknown): boolean;
	export function isRedirect(thrown: unknown): boolean;
}

declare module '$app/paths' {
	export function resolve(path: string): string;
}

declare module '$app/server' {
	export function getRequestEvent(): import('@sveltejs/kit').RequestEvent;
}
