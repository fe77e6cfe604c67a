import { list_attachments } from '$lib/api/attachments.api';
import { get_incident, get_timeline } from '$lib/api/incidents.api';
import { list_people } from '$lib/api/people.api';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => {
	const id = Number(params.id);
	const [incident, timeline, attachments, people] = await Promise.all([
		get_incident(id, { fetch }).orError(),
		get_timeline(id, { fetch }).orError(),
		list_attachments(id, { fetch }).orError(),
		list_people({ fetch }).orError()
	]);
	return { incident, timeline, attachments, people };
};
