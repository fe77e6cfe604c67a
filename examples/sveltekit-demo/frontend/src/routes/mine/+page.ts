import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { list_my_incidents } from '$lib/api/incidents.api';
import type { PageLoad } from './$types';
import { explain } from '$lib/problems';

export const load: PageLoad = async ({ fetch, url }) => {
	const page = Number(url.searchParams.get('page')) || 1;
	const result = await list_my_incidents({ page, size: 12, fetch }).result();
	if (result.success) return { incidents: result.data };
	if (result.status === 401) redirect(303, resolve('/login?next=/mine'));
	error(result.status || 503, explain(result.error));
};
