// What surrounds the runtime where it runs. Not emitted: a user's tree has the real ones, or none.

interface ImportMeta {
	/** Vite's; absent elsewhere. */
	readonly env?: { readonly SSR?: boolean; readonly PROD?: boolean; readonly DEV?: boolean };
}
