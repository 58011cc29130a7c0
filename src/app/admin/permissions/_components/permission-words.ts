/** The words of the matrix: names of acts come from the names the server enforces, so that none is forgotten. */

const areaNames: Readonly<Record<string, string>> = {
  account: "Own account",
  bookings: "Bookings",
  events: "Events",
  issues: "Issues",
  staffing: "Staffing",
  kits: "Kits",
  directory: "Directory",
  "directory.clients": "Clients",
  "directory.locations": "Venues",
  "directory.people": "People",
  "directory.kitTemplates": "Kit templates",
  "directory.kitInstances": "Kits as records",
  preparationTemplates: "Preparation templates",
  log: "Log",
  notifications: "Notifications",
  views: "Saved views",
  reports: "Reports",
  live: "Live updates",
};

const actNames: Readonly<Record<string, string>> = {
  byId: "Open one",
  list: "See the list",
  me: "See who is signed in",
  choices: "See what forms offer",
  search: "Search",
  related: "See related entries",
  catalogue: "See the type catalog",
  lines: "See chosen entries",
  story: "See the story of a chain",
  tail: "Follow it live",
  suggest: "See what filters offer",
  save: "Save",
  remove: "Remove",
  setDefault: "Choose the one to open with",
  unread: "See the unread count",
  sessions: "See the sessions",
  permissions: "See this page",
  timeline: "See the history",
  overview: "See the overview",
  calendar: "See the calendar",
  mine: "See one's own",
  atEvent: "See the kits of an event",
  scan: "Scan a label",
  swap: "Swap on site",
  expectReturn: "Change when it is expected back",
  return: "Take back",
  update: "Edit",
  duplicate: "Copy",
  import: "Import",
  importFile: "Open an import file",
  importPreview: "Dry-run an import",
  importStatus: "See the progress of an import",
  importRuns: "See past imports",
  importCancel: "Stop an import",
  importRefused: "Download refused rows",
  crew: "See the crew of an event",
  eventCode: "Show the check-in code",
  arrivals: "See own shifts of about now",
  timesheet: "See and export timesheets",
  reportNoShow: "Report a no-show",
  checkIn: "Check in",
  askCheckIn: "Ask to be checked in",
  checkOut: "Check out",
  byCode: "Open what was scanned",
  places: "See where kits have their homes",
  template: "Open a template and its parts",
  templates: "See templates and their kits",
  moveComponents: "Move parts",
  matchTemplate: "Bring a kit to its template",
  inspect: "Inspect",
  kitUtilisation: "See how kits are used",
  calendarFeed: "See whether shifts are fed to a calendar",
  changes: "Hear of changes",
};

/** "bookings.requestChanges" belongs to "Bookings" and is called "Request changes". */
export function permissionWords(permission: string): { area: string; act: string } {
  const cut = permission.lastIndexOf(".");
  const area = permission.slice(0, cut);
  const act = permission.slice(cut + 1);
  return { area: areaNames[area] ?? area, act: actNames[act] ?? sentence(act) };
}

function sentence(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The matrix in the order it is kept, area by area. */
export function groupByArea<Row>(
  permissions: Readonly<Record<string, Row>>,
): { area: string; rows: { permission: string; act: string; row: Row }[] }[] {
  const groups = new Map<string, { permission: string; act: string; row: Row }[]>();
  for (const [permission, row] of Object.entries(permissions)) {
    const { area, act } = permissionWords(permission);
    const rows = groups.get(area) ?? [];
    rows.push({ permission, act, row });
    groups.set(area, rows);
  }
  return [...groups].map(([area, rows]) => ({ area, rows }));
}
