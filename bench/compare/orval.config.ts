import { defineConfig } from 'orval';

// FastAPI writes `itemSchema` for its own streams, which orval's validation does not know.
export default defineConfig({
	api: {
		input: { target: 'openapi.json', unsafeDisableValidation: true },
		output: {
			target: 'orval/client.ts',
			schemas: 'orval/model',
			client: 'fetch',
			headers: true
		}
	}
});
