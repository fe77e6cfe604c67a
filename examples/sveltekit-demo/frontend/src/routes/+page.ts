import { get_overview, list_incidents, Severity, Status } from '$lib/api/incidents.api';
import { list_services } from '$lib/api/services.api';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const q = url.searchParams.get('q') ?? '';
	const service = url.searchParams.get('service') || undefined;
	const severity = Object.values(Severity).filter((s) =>
		url.searchParams.getAll('severity').includes(s)
	);
	const page = Number(url.searchParams.get('page')) || 1;
	const filters = { q, service, severity, fetch };
	const open = [Status.investigating, Status.identified, Status.monitoring];

	const [current, resolved, services, overview] = await Promise.all([
		list_incidents({ ...filters, status: open, size: 100 }).orError(),
		list_incidents({ ...filters, status: [Status.resolved], page, size: 6 }).orError(),
		list_services({ fetch }).orError(),
		get_overview({ fetch }).orError()
	]);
	return { q, service, severity, open, current, resolved, services, overview };
};
