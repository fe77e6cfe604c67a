/* eslint-disable */
// Client of shop/models.py, written by FluidKit: edits are overwritten.
export const Priority = { LOW: -1, HIGH: 1 };
export const Role = { admin: 'admin', guest: 'guest' };
