/* eslint-disable */
// What the proxy forwards, written by FluidKit: edits are overwritten.
export const routes = [
	['DELETE', '/users/{id}'],
	['GET', '/admin/users/{id}'],
	['GET', '/analytics'],
	['GET', '/events'],
	['GET', '/files/{path:path}'],
	['GET', '/logs'],
	['GET', '/users'],
	['GET', '/users/search'],
	['GET', '/users/{id}'],
	['GET', '/users/{user_id}/notifications'],
	['PATCH', '/admin/users/{id}'],
	['POST', '/chat'],
	['POST', '/files'],
	['POST', '/users'],
	['POST', '/users/search'],
	['POST', '/users/{id}/avatar'],
	['PUT', '/files/{path:path}']
];
