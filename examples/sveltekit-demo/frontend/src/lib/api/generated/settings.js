/* eslint-disable */
// Settings of the client, written by FluidKit: edits are overwritten.
export const prefix = '/api';
export const backendUrl = 'http://127.0.0.1:8000';
export const streamUrl = '';
export const proxy = true;
export const proxyAll = false;
