/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// How a call meets a framework: there is none.
/** Reject with the framework's own error; there is none. */
export const raise = async (error) => {
	throw error;
};
