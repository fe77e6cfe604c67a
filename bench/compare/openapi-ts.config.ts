import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
	input: 'openapi.json',
	output: 'hey-api',
	plugins: ['@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript']
});
