import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const stub = (name: string) => fileURLToPath(new URL(`./test/stubs/${name}`, import.meta.url));

export default defineConfig({
	test: { include: ['test/**/*.test.ts'], testTimeout: 15_000 },
	resolve: {
		// SvelteKit itself is not among our dependencies: what stands for it does what it does.
		alias: {
			'$app/server': stub('app-server.ts'),
			'$app/paths': stub('app-paths.ts'),
			'@sveltejs/kit': stub('kit.ts'),
			// As a browser sees it: in Node these names stand for a server, where nothing reacts.
			'svelte/reactivity': fileURLToPath(
				new URL('./node_modules/svelte/src/reactivity/index-client.js', import.meta.url)
			),
			'svelte/store': fileURLToPath(
				new URL('./node_modules/svelte/src/store/index-client.js', import.meta.url)
			)
		}
	}
});
