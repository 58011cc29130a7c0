/**
 * The forms of the field, one loader each: asking for a form ahead and showing it are then the same request. A
 * second `import()` of the same file would be another bundle with another name.
 */
export const loadStartForm = () => import("./forms/start-form").then((part) => part.StartForm);
export const loadConfirmVenueForm = () =>
  import("./forms/confirm-venue-form").then((part) => part.ConfirmVenueForm);
export const loadRevokeForm = () => import("./forms/revoke-form").then((part) => part.RevokeForm);
export const loadTaskForm = () => import("./forms/task-form").then((part) => part.TaskForm);
export const loadActivityForm = () => import("./forms/activity-form").then((part) => part.ActivityForm);
export const loadIssueForm = () => import("./forms/issue-form").then((part) => part.IssueForm);
export const loadResolveForm = () => import("./forms/resolve-form").then((part) => part.ResolveForm);
export const loadCompleteForm = () => import("./forms/complete-form").then((part) => part.CompleteForm);
export const loadReviseForm = () => import("./forms/revise-form").then((part) => part.ReviseForm);

/** Before the connection may be gone: the forms that somebody needs on the spot. */
export function loadFormsAhead(): void {
  for (const load of [loadIssueForm, loadStartForm, loadActivityForm, loadCompleteForm]) {
    load().catch(() => undefined);
  }
}
