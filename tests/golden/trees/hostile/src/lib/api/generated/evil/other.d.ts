/* eslint-disable */
// Types of evil.other, written by FluidKit: edits are overwritten.
export interface Box<User_> {
	'content': User_;
	'user': User;
}
export interface Key {
	'x': boolean;
}
export interface User {
	'z': string;
}
