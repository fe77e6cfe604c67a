/* eslint-disable */
// Types of examples/sveltekit-demo/backend/app/models.py, written by FluidKit: edits are overwritten.
import type { FluidTypes } from './runtime/client.js';

/** Somebody added a file. */
export interface Attached {
	'kind': 'attachment';
	'at': FluidTypes.DateTime;
	'by': PersonOut;
	'attachment': AttachmentOut;
}
/** A file that belongs to an incident; `download_attachment` has its bytes. */
export interface AttachmentOut {
	'id': number;
	/** The file's own name. */
	'name': string;
	'media_type': string;
	/** In bytes. */
	'size': number;
	'caption': string;
	'uploaded_at': FluidTypes.DateTime;
	'author': PersonOut;
}
/** Something to say about an incident. */
export interface CommentCreate {
	/** At least 1 character · At most 4000 characters */
	'body': string;
}
/** What somebody said about an incident. */
export interface CommentOut {
	'id': number;
	'body': string;
	'written_at': FluidTypes.DateTime;
	'author': PersonOut;
}
/** Somebody said something. */
export interface Commented {
	'kind': 'comment';
	'at': FluidTypes.DateTime;
	'by': PersonOut;
	'comment_id': number;
	'body': string;
}
/** What somebody logs in with. */
export interface Credentials {
	/** At least 1 character */
	'handle': string;
	/** At least 8 characters */
	'password': string;
}
/** A new incident. */
export interface IncidentCreate {
	/** What is broken, in one line. At least 8 characters · At most 120 characters */
	'title': string;
	/**
	 * What is seen from outside, in a few sentences.
	 *
	 * At least 20 characters · At most 4000 characters
	 */
	'summary': string;
	/** Default: "minor" */
	'severity'?: Severity | undefined;
	/** Slug of the service that is broken. At least 1 character */
	'service': string;
	/** Handle of who shall work on it. */
	'assignee'?: string | null | undefined;
}
/** An incident with everything that a page about it shows. */
export interface IncidentOut {
	'id': number;
	'title': string;
	'severity': Severity;
	'status': Status;
	'opened_at': FluidTypes.DateTime;
	/** When it was resolved; null while it is open. */
	'resolved_at': FluidTypes.DateTime | null;
	'service': ServiceRef;
	/** Who works on it; null while nobody does. */
	'assignee': PersonOut | null;
	'comment_count': number;
	/** What is seen from outside, in a few sentences. */
	'summary': string;
	'reporter': PersonOut;
	/** The statuses that it can go to from here. */
	'next': Status[];
	/** How long it has lasted, or did last, in minutes. */
	readonly 'minutes': number;
}
/** An incident as a card on the board. */
export interface IncidentSummary {
	'id': number;
	'title': string;
	'severity': Severity;
	'status': Status;
	'opened_at': FluidTypes.DateTime;
	/** When it was resolved; null while it is open. */
	'resolved_at': FluidTypes.DateTime | null;
	'service': ServiceRef;
	/** Who works on it; null while nobody does. */
	'assignee': PersonOut | null;
	'comment_count': number;
	/** How long it has lasted, or did last, in minutes. */
	readonly 'minutes': number;
}
/** Changes to an incident: what is left out stays as it is. */
export interface IncidentUpdate {
	/** At least 8 characters · At most 120 characters */
	'title'?: string | null | undefined;
	'severity'?: Severity | null | undefined;
	/** Handle of who shall work on it; null takes it from whoever does. */
	'assignee'?: string | null | undefined;
}
/** How a service did for a while. */
export interface Measurement {
	'at': FluidTypes.DateTime;
	/** Per minute. */
	'requests': number;
	/** How many of the requests failed. */
	'errors': number;
	/** The time within which 95 % of the requests were answered. */
	'milliseconds': number;
}
/** What happened. */
export declare const NotificationKind: {
	readonly 'reported': 'reported';
	readonly 'moved': 'moved';
	readonly 'commented': 'commented';
	readonly 'attached': 'attached';
};
export type NotificationKind = 'reported' | 'moved' | 'commented' | 'attached';
/** Something that has happened on the board. */
export interface NotificationOut {
	/** Grows with time; also the event's id. */
	'id': number;
	'kind': NotificationKind;
	/** What was said, the status that the incident went to, or the file's name; may be empty. */
	'text': string;
	'happened_at': FluidTypes.DateTime;
	'author': PersonOut;
	'incident_id': number;
	/** The incident's. */
	'title': string;
}
/** The incident was reported. */
export interface Opened {
	'kind': 'opened';
	'at': FluidTypes.DateTime;
	'by': PersonOut;
}
/** The board in numbers. */
export interface Overview {
	/** Incidents that are not resolved. */
	'open': number;
	/** Open incidents by severity; a severity without any is absent. */
	'by_severity': { [K in Severity]?: number };
	'resolved_this_week': number;
	/** Median time to resolve over the last thirty days; null when nothing was resolved. */
	'median_minutes': number | null;
}
/** Somebody on the team. */
export interface PersonOut {
	'id': number;
	/** Name to log in with. */
	'handle': string;
	'name': string;
	'role': Role;
}
/** Something to ask about the board. */
export interface Question {
	/** At least 3 characters · At most 500 characters */
	'prompt': string;
}
/** What somebody does on call. */
export declare const Role: {
	readonly 'engineer': 'engineer';
	readonly 'manager': 'manager';
	readonly 'support': 'support';
};
export type Role = 'engineer' | 'manager' | 'support';
/** A service and how it is doing. */
export interface ServiceOut {
	/** Short name that stands in addresses. */
	'slug': string;
	'name': string;
	'description': string;
	/** Who is asked first. */
	'owner': PersonOut;
	/** How many incidents are not resolved. */
	'open_incidents': number;
	/** The gravest severity among the open incidents; null when all is well. */
	'worst': Severity | null;
}
/** A service, by its names. */
export interface ServiceRef {
	/** Short name that stands in addresses. */
	'slug': string;
	'name': string;
}
/** How bad it is for the people who use the product. */
export declare const Severity: {
	readonly 'critical': 'critical';
	readonly 'major': 'major';
	readonly 'minor': 'minor';
};
export type Severity = 'critical' | 'major' | 'minor';
/** An incident that an answer speaks of. */
export interface Source {
	'incident_id': number;
	'title': string;
}
/** How far the team has come. */
export declare const Status: {
	readonly 'investigating': 'investigating';
	readonly 'identified': 'identified';
	readonly 'monitoring': 'monitoring';
	readonly 'resolved': 'resolved';
};
export type Status = 'investigating' | 'identified' | 'monitoring' | 'resolved';
/** A step forward, or back. */
export interface StatusChange {
	'status': Status;
	/** Why; it stands in the timeline. At most 500 characters · Default: "" */
	'note'?: string | undefined;
}
/** The incident went from one status to another. */
export interface StatusChanged {
	'kind': 'status';
	'at': FluidTypes.DateTime;
	'by': PersonOut;
	'before': Status;
	'after': Status;
	/** Why, in the author's words; may be empty. */
	'note': string;
}
/** A piece of an answer, to be put behind those before it. */
export interface Token {
	'text': string;
}
//# sourceMappingURL=models.d.ts.map
