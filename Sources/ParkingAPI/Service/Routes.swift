internal import HTTP

/// Every URL, read from top to bottom.
enum Routes {
  static var all: [Route<Endpoint>] {
    [
      Route("/healthz", .open(health)),
      Route("/metrics", .watching(metrics)),

      Route("\(Paths.sentrybox)/enterexitlist", .reading(enterExitList)),
      Route("\(Paths.sentrybox)/records/enter", .reading(entryRecords)),
      Route("\(Paths.sentrybox)/records/exit", .reading(exitRecords)),
      Route("\(Paths.sentrybox)/enter/permit-through", .press(permitEntry)),
      Route("\(Paths.sentrybox)/leave/permit-through", .press(permitExit)),
      Route("\(Paths.sentrybox)/leave/capture", .press(captureTyped)),
      Route("\(Paths.sentrybox)/leave/candidates", .reading(candidates)),
      Route("\(Paths.sentrybox)/leave/confirm", .press(confirmMatch)),
      Route("\(Paths.sentrybox)/enter/cancel", .press(cancelEntry)),
      Route("\(Paths.sentrybox)/leave/cancel", .press(cancelExit)),
      Route("\(Paths.sentrybox)/payment/reverse", .press(reversePayment)),
      Route("\(Paths.sentrybox)/review/list", .reading(reviewList)),
      Route("\(Paths.sentrybox)/review/resolve", .press(reviewResolve)),
      Route("\(Paths.sentrybox)/park-info-query", .reading(parkInfo)),
      Route("\(Paths.sentrybox)/unfee", .reading(unfee)),
      Route("\(Paths.sentrybox)/fee/coupon", .press(coupon)),
      Route("\(Paths.sentrybox)/duty/current", .reading(currentDuty)),
      Route("\(Paths.sentrybox)/duty/begin", .press(beginDuty)),
      Route("\(Paths.sentrybox)/duty/handover", .press(handOver)),
      Route("\(Paths.sentrybox)/duty/history", .reading(dutyHistory)),
      Route("\(Paths.sentrybox)/poll", .reading(poll)),
      Route("\(Paths.sentrybox)/enter/correct", .press(correctEntry)),
      Route("\(Paths.sentrybox)/device/health", .reading(deviceHealth)),
      Route("\(Paths.sentrybox)/picture/{digest}", .reading(picture)),

      Route("/park/v1/session/sign-in", .session(signIn)),
      Route("/park/v1/session/sign-out", .session(signOut)),
      Route("/park/v1/session/current", .session(currentSession)),

      Route("/api/leasePark", .partner(leaseParks)),
      Route("/api/SynLeaseOrder", .partner(synLeaseOrder)),

      Route("\(Paths.office)/parks", .office(officeParks)),
      Route("\(Paths.office)/day", .office(officeDay)),
      Route("\(Paths.office)/vehicles", .office(officeVehicles)),
      Route("\(Paths.office)/vehicles/add", .officePress(officeVehicleAdd)),
      Route("\(Paths.office)/vehicles/remove", .officePress(officeVehicleRemove)),
      Route("\(Paths.office)/vehicles/import", .officePress(officeVehicleImport)),
      Route("\(Paths.office)/tariffs", .office(officeTariffs)),
      Route("\(Paths.office)/tariff/try", .office(officeTariffTry)),
      Route("\(Paths.office)/tariff/curve", .office(officeTariffCurve)),
      Route("\(Paths.office)/tariff/publish", .officePress(officeTariffPublish)),
      Route("\(Paths.office)/offer", .office(officeOffer)),
      Route("\(Paths.office)/offer/change", .officePress(officeOfferChange)),
      Route("\(Paths.office)/offer/push", .officePress(officeOfferPush)),
      Route("\(Paths.office)/shifts", .office(officeShifts)),
      Route("\(Paths.office)/audit", .office(officeAudit)),
      Route("\(Paths.office)/devices", .office(officeDevices)),
      Route("\(Paths.office)/review/list", .office(officeReviews)),
      Route("\(Paths.office)/picture", .office(officePicture)),
      Route("\(Paths.office)/review/resolve", .officePress(officeReviewResolve)),

      Route("/device/v1/{vendor}/{token}", .device(deviceEvent)),
      Route("/device/v1/{vendor}/{token}/poll", .device(devicePoll)),
      // What nginx asks in place of a request that is too large.
      Route("/device/v1/{vendor}/{token}/oversize", .device(deviceOversize)),
      // Dahua appends these to the address that it is given.
      Route("/device/v1/{vendor}/{token}/NotificationInfo/TollgateInfo", .device(deviceEvent)),
      Route("/device/v1/{vendor}/{token}/NotificationInfo/KeepAlive", .device(deviceEvent)),
      Route("/device/v1/{vendor}/{token}/NotificationInfo/DeviceInfo", .device(deviceEvent)),
    ]
  }
}
