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
			'@sveltejs/kit': stub('kit.ts')
		}
	}
});
