// Stands in for generated/settings.js, which is printed for each app; only our own tests see this.
export const prefix = '/api';
export const backendUrl = 'http://127.0.0.1:8000';
export const streamUrl = '';
export const proxy = false;
export const proxyAll = false;
