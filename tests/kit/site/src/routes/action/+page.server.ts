import * as api from '../../lib/api/main.api';
import { doAll } from '../../lib/cases.js';

export const actions = {
	default: async ({ request }) => {
		const form = await request.formData();
		return { results: await doAll(api, { run: form.get('run') }) };
	}
};
