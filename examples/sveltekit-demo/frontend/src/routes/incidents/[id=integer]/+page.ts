import { list_attachments } from '$lib/api/attachments.api';
import { get_incident, get_timeline } from '$lib/api/incidents.api';
import { list_people } from '$lib/api/people.api';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
	const id = Number(params.id);
	const [incident, timeline, attachments, people] = await Promise.all([
		get_incident(id).orError(),
		get_timeline(id).orError(),
		list_attachments(id).orError(),
		list_people().orError()
	]);
	return { incident, timeline, attachments, people };
};
