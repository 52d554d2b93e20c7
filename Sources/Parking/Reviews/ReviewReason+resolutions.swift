extension ReviewReason {
  /// The ways in which an entry of this kind can be resolved.
  public var resolutions: [ReviewResolution] {
    switch self {
    case .unresolved, .replayedExit, .paymentReversed:
      [.confirmed, .mistake, .collected, .pursued, .waived]
    case .manualRelease, .noEntry, .abandoned, .oldReplay, .openedByDevice, .platelessHistory,
      .oversizeBody:
      [.confirmed, .mistake, .collected, .pursued, .waived]
    case .longStay, .blacklistedInside:
      [.confirmed, .mistake, .pursued, .closed]
    case .clock, .unclassifiedPlate, .openedAgain, .lowConfidence:
      [.confirmed, .mistake, .pursued]
    }
  }

  /// What to do, in Chinese, for the person who looks at it.
  public var suggestion: String {
    switch self {
    case .unresolved: "车辆未经识别出场后再次入场：核对图片后追缴或核销上次停车费"
    case .noEntry: "无入场记录放行：查找相近车牌的在场车辆，核对图片后追缴或确认"
    case .manualRelease: "手动放行未收费：核对放行原因，追缴或核销"
    case .replayedExit: "断网期间出场未收费：核对图片后追缴或核销"
    case .clock: "相机时间不准：校准相机时钟，并核对该次通行"
    case .unclassifiedPlate: "车牌不符合号牌规则：核对图片，必要时更正"
    case .blacklistedInside: "黑名单车辆在断网期间入场：联系现场处理"
    case .openedAgain: "同一车辆多次重复开闸：检查是否跟车，或道闸、地感异常"
    case .openedByDevice: "相机自行开闸：核对通行车辆，检查相机白名单"
    case .platelessHistory: "断网期间无牌车通行：核对图片，补登入场或追缴"
    case .oldReplay: "补传记录过旧，未计入停车记录：核对相机时间与图片"
    case .longStay: "停车时间过长：到场核对车辆，已离场的结束停车记录"
    case .lowConfidence: "识别可信度低：核对图片与车牌"
    case .abandoned: "出口车辆无入场记录且无人处理：核对图片，确认车辆去向"
    case .paymentReversed: "收款已冲正，停车费未付：重新收取或核销"
    case .oversizeBody: "相机数据过大未能接收，有车辆通行：检查相机图片设置并核对通行"
    }
  }
}
