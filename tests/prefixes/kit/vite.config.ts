import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const { BASE = '', BUILD = 'build', RELATIVE } = process.env;

export default defineConfig({
	plugins: [
		sveltekit({
			compilerOptions: { runes: true },
			adapter: adapter({ out: BUILD }),
			paths: { base: BASE as '', relative: RELATIVE !== 'no' }
		})
	],
	// The packages are linked: nothing may be written among them.
	cacheDir: '.vite'
});
