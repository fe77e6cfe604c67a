/* eslint-disable */
// Client of examples/sveltekit-demo/backend/app/models.py, written by FluidKit: edits are overwritten.
export const NotificationKind = {
	reported: 'reported',
	moved: 'moved',
	commented: 'commented',
	attached: 'attached'
};
export const Role = { engineer: 'engineer', manager: 'manager', support: 'support' };
export const Severity = { critical: 'critical', major: 'major', minor: 'minor' };
export const Status = {
	investigating: 'investigating',
	identified: 'identified',
	monitoring: 'monitoring',
	resolved: 'resolved'
};
