/* eslint-disable */
// What the proxy forwards, written by FluidKit: edits are overwritten.
export const routes = [
	['DELETE', '/comments/{comment_id}'],
	['GET', '/attachments/{attachment_id}'],
	['GET', '/incidents'],
	['GET', '/incidents/mine'],
	['GET', '/incidents/overview'],
	['GET', '/incidents/{incident_id}'],
	['GET', '/incidents/{incident_id}/attachments'],
	['GET', '/incidents/{incident_id}/comments'],
	['GET', '/incidents/{incident_id}/timeline'],
	['GET', '/me'],
	['GET', '/people'],
	['GET', '/services'],
	['GET', '/services/{slug}'],
	['PATCH', '/incidents/{incident_id}'],
	['POST', '/incidents'],
	['POST', '/incidents/{incident_id}/attachments'],
	['POST', '/incidents/{incident_id}/comments'],
	['POST', '/login'],
	['POST', '/logout'],
	['PUT', '/incidents/{incident_id}/status']
];
