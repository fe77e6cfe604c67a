import { list_people } from '$lib/api/people.api';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const next = url.searchParams.get('next') ?? '/';
	return {
		// Only a path of this site, never another one's address.
		next: new URL(next, url).origin === url.origin ? next : '/',
		people: await list_people({ fetch }).orError()
	};
};
