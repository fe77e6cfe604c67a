// What surrounds the runtime where it runs. Not emitted: a user's tree has the real ones, or none.

interface ImportMeta {
	/** Vite's; absent elsewhere. */
	readonly env?: { readonly SSR?: boolean; readonly PROD?: boolean; readonly DEV?: boolean };
}

/** SvelteKit's: its base path, put there by its Vite plugin; absent elsewhere. */
declare const __SVELTEKIT_PATHS_BASE__: string | undefined;
