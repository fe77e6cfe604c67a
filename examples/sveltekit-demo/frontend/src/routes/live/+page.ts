import { get_overview } from '$lib/api/incidents.api';
import { list_notifications } from '$lib/api/notifications.api';
import { list_services } from '$lib/api/services.api';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const [services, overview, notifications] = await Promise.all([
		list_services({ fetch }).orError(),
		get_overview({ fetch }).orError(),
		list_notifications({ limit: 8, fetch }).orError()
	]);
	return { services, overview, notifications };
};
