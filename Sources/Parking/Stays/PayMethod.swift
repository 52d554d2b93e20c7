/// How a driver paid (`pay_method`); cash unless the terminal says otherwise.
public enum PayMethod: String, Sendable, CaseIterable {
  case cash, wechat, alipay, other
}
