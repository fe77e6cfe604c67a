import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

// SvelteKit 3 is told when it builds where visitors find the site; SvelteKit 2 when it runs.
const origin = process.env.BUILT_FOR;
const paths = origin ? { paths: { origin } } : {};

export default defineConfig({
	plugins: [sveltekit({ compilerOptions: { runes: true }, adapter: adapter(), ...paths })]
});
