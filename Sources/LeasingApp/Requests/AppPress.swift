internal import LeasingAppStore

/// A press of a driver in the app itself, which nginx lets in from trusted networks alone: whoever
/// writes a real app signs drivers in and takes their money before.
struct AppPress {
  let fields: AppFields
  let store: LeasingAppStore
}
