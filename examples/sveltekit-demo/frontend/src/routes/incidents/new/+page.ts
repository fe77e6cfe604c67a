import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { list_people } from '$lib/api/people.api';
import { list_services } from '$lib/api/services.api';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const { person } = await parent();
	if (person === null) redirect(303, resolve('/login?next=/incidents/new'));
	const [services, people] = await Promise.all([
		list_services({ fetch }).orError(),
		list_people({ fetch }).orError()
	]);
	return { services, people };
};
