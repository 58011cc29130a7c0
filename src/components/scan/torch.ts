declare global {
  // W3C Image Capture, which the types of the platform leave out.
  interface MediaTrackCapabilities {
    torch?: boolean;
  }
  interface MediaTrackConstraintSet {
    torch?: boolean;
  }
}

/** True where the camera of this stream has a light that can be switched on. */
export function hasTorch(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks();
  // Not in every browser.
  if (track === undefined || typeof track.getCapabilities !== "function") return false;
  return track.getCapabilities().torch === true;
}

export async function lightUp(stream: MediaStream, isOn: boolean): Promise<void> {
  await stream.getVideoTracks()[0]?.applyConstraints({ advanced: [{ torch: isOn }] });
}
