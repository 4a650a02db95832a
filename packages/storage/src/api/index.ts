/** What the server's API keeps. */
export type { AddedHost, HostChange } from './added-hosts.ts';
export type { CapVerdict, Caps } from './allowances.ts';
export type { ApiStorage } from './api-storage.ts';
export type { ApprovalRequest } from './approvals.ts';
export type { ApprovalState, AskedApproval } from './asked-approval.ts';
export type { Inquiry, InquiryKind, InquiryState, NewInquiry } from './inquiries.ts';
export type { KillSwitchState } from './kill-switch.ts';
export type { RunRow, RunRowFilter } from './run-rows.ts';
