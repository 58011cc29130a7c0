/** A photo on its way from the device to the server. */
export interface FieldPhoto {
  /** Chosen on the device, so that sending it again keeps it once; what a report names when it is sent. */
  readonly id: string;
  readonly file: Blob;
  readonly state: "waiting" | "sending" | "sent" | "failed";
  /** From 0 to 1 while it is being sent. */
  readonly progress: number;
  /** Why it failed, for people; null otherwise. */
  readonly problem: string | null;
  /** False when trying again cannot help, such as for a file that is no picture. */
  readonly canRetry: boolean;
}

export const photosMax = 5;

/** A change of the list as it is by then: photos are sent while people go on. `useState` setters take it. */
export type ChangePhotos = (change: (photos: readonly FieldPhoto[]) => readonly FieldPhoto[]) => void;

/** A UUID of version 4 (RFC 9562 §5.4) out of 32 random hexadecimal digits, two of which make way for its marks. */
export function photoIdOf(hex: string): string {
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return groups.join("-");
}

/** Chosen files behind those that are there, as many as fit. `newId` makes a UUID. */
export function withFiles(
  photos: readonly FieldPhoto[],
  files: readonly Blob[],
  newId: () => string,
): readonly FieldPhoto[] {
  const added = files.slice(0, photosMax - photos.length).map((file) => waiting({ id: newId(), file }));
  return [...photos, ...added];
}

/** The photo as it is before it is sent, or sent again. */
export function waiting({ id, file }: Pick<FieldPhoto, "id" | "file">): FieldPhoto {
  return { id, file, state: "waiting", progress: 0, problem: null, canRetry: true };
}

export function withChange(
  photos: readonly FieldPhoto[],
  id: string,
  change: Partial<FieldPhoto>,
): readonly FieldPhoto[] {
  return photos.map((photo) => (photo.id === id ? { ...photo, ...change } : photo));
}

/** The one whose turn it is: photos are sent one after the other, in the order they were chosen. */
export function nextToSend(photos: readonly FieldPhoto[]): FieldPhoto | null {
  return photos.find(({ state }) => state === "waiting" || state === "sending") ?? null;
}

/** The ids that a report may name now. */
export function sentIds(photos: readonly FieldPhoto[]): readonly string[] {
  return photos.flatMap(({ id, state }) => (state === "sent" ? [id] : []));
}

/** Why a report has to wait for its photos; null when every one is there. */
export function photosProblem(photos: readonly FieldPhoto[]): string | null {
  if (photos.some(({ state }) => state === "failed")) return "Send each photo again, or remove it.";
  return photos.every(({ state }) => state === "sent") ? null : "Wait until every photo is sent.";
}

/** What is seen of a photo: without a network nothing is being sent, whatever had begun. */
export function seenState({ state }: FieldPhoto, isOnline: boolean): FieldPhoto["state"] {
  return state === "sending" && !isOnline ? "waiting" : state;
}

/** What is said beside a photo. */
export function stateWords(photo: FieldPhoto, isOnline: boolean): string {
  const state = seenState(photo, isOnline);
  switch (state) {
    case "waiting":
      return isOnline ? "Waiting to be sent" : "Waiting for network";
    case "sending":
      return `Sending, ${Math.round(photo.progress * 100)} %`;
    case "sent":
      return "Sent";
    case "failed":
      return photo.problem ?? "This photo was not sent.";
    default:
      return neverState(state);
  }
}

function neverState(state: never): never {
  throw new Error(`unknown state of a photo: ${String(state)}`);
}
