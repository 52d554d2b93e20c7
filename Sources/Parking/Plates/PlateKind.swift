/// What a normalised plate text says about the plate's layout.
///
/// The layouts are those listed in `docs/plates.md`; they are put together from public sources,
/// not from the text of GA 36-2018. The raw values are what is stored and shown in JSON.
/// The kind never decides a fee alone: a lost province turns `粤BA03205` into `BA03205`, which
/// fits the military layout.
public enum PlateKind: String, Sendable, CaseIterable {
  /// Seven characters, small or large vehicle: the text does not tell which.
  case civil
  /// New energy, small vehicle: the energy letter comes first in the serial.
  case nevSmall = "nev_small"
  /// New energy, large vehicle: the energy letter comes last.
  case nevLarge = "nev_large"
  /// Cross-border vehicle of Hong Kong or Macau: `粤Z…港`, `粤Z…澳`.
  case hkMacau = "hk_macau"
  /// `…挂`
  case trailer
  /// Driving school: `…学`.
  case coach
  /// `…警`
  case police
  /// `…试`
  case test
  /// `…超`
  case oversize
  /// `…领`
  case consulate
  /// `…使`
  case embassy
  /// Armed police: `WJ…`.
  case armedPolice = "wj"
  /// Two letters and five digits.
  case military
  /// `民航…`
  case aviation
  /// Fire and rescue: `…应急`.
  case emergency
  /// Paper plate, as attendants type it: `…临`.
  case temporary
  /// Readable, but of no listed layout: kept and matched by its text, wants a review.
  case other
  /// Text that cannot be a plate (too long, unread or masked characters): has no key.
  case unreadable
  /// No plate at all, or the camera's word for that: has no key.
  case plateless
}
