// Stands in for generated/routes.js, which is printed for each app; only our own tests see this.
export const routes = [
	['GET', '/items'],
	['GET', '/items/{id}'],
	['POST', '/items'],
	['DELETE', '/items/{id}'],
	['PURGE', '/items/{id}'],
	['GET', '/files/{path:path}']
];
