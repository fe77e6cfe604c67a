// SvelteKit resolves relative to the page that it renders; here the base path is "/shop".
export const resolve = (path: string): string => `/shop${path}`;
