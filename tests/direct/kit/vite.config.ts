import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit({ compilerOptions: { runes: true }, adapter: adapter() })],
	// The packages are linked: nothing may be written among them.
	cacheDir: '.vite'
});
