/**
 * Parts of the form that come after the first step, one loader each: asking for a part ahead and showing it are
 * then the same request. A second `import()` of the same file would be another bundle with another name.
 */
export const loadDatesFields = () => import("./dates-fields").then((part) => part.DatesFields);
export const loadDatesPreview = () => import("./dates-preview").then((part) => part.DatesPreview);
export const loadCheckStep = () => import("./check-step").then((part) => part.CheckStep);
export const loadDraftOffer = () => import("./draft-offer").then((part) => part.DraftOffer);
export const loadChangeStep = () => import("./change-step").then((part) => part.ChangeStep);
export const loadContactFields = () => import("./contact-fields").then((part) => part.ContactFields);
export const loadNotesField = () => import("./notes-field").then((part) => part.NotesField);
export const loadPlanFields = () => import("./plan-fields").then((part) => part.PlanFields);
