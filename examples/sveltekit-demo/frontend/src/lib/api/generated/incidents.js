/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/routers/incidents.py, written by FluidKit: edits are overwritten.
import { body, hot, json, query, segment } from './runtime/client.js';

export const list_incidents = /* @__PURE__ */ json('GET', '/incidents', [], {
	page: /* @__PURE__ */ query('page'),
	size: /* @__PURE__ */ query('size'),
	q: /* @__PURE__ */ query('q'),
	status: /* @__PURE__ */ query('status'),
	severity: /* @__PURE__ */ query('severity'),
	service: /* @__PURE__ */ query('service')
});
export const list_my_incidents = /* @__PURE__ */ json('GET', '/incidents/mine', [], {
	page: /* @__PURE__ */ query('page'),
	size: /* @__PURE__ */ query('size')
});
export const get_overview = /* @__PURE__ */ json('GET', '/incidents/overview', []);
export const create_incident = /* @__PURE__ */ json('POST', '/incidents', [body]);
export const get_incident = /* @__PURE__ */ json(
	'GET',
	'/incidents/{incident_id}',
	[/* @__PURE__ */ segment('incident_id')]
);
export const update_incident = /* @__PURE__ */ json(
	'PATCH',
	'/incidents/{incident_id}',
	[/* @__PURE__ */ segment('incident_id'), body]
);
export const change_status = /* @__PURE__ */ json(
	'PUT',
	'/incidents/{incident_id}/status',
	[/* @__PURE__ */ segment('incident_id'), body]
);
export const get_timeline = /* @__PURE__ */ json(
	'GET',
	'/incidents/{incident_id}/timeline',
	[/* @__PURE__ */ segment('incident_id')]
);

if (import.meta.hot) {
	import.meta.hot.accept();
	hot(import.meta.hot.data, {
		list_incidents,
		list_my_incidents,
		get_overview,
		create_incident,
		get_incident,
		update_incident,
		change_status,
		get_timeline
	});
}
