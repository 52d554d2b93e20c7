public import Parking
public import PostgreSQL

// Enums whose raw value is the word that stands in the column.
extension ArrivalState: SQLEncodable, SQLDecodable {}
extension FinishedStay.Outcome: SQLEncodable, SQLDecodable {}
extension Opening.Cause: SQLEncodable, SQLDecodable {}
extension ParkRules.TemporaryEntry: SQLEncodable, SQLDecodable {}
extension PayMethod: SQLEncodable, SQLDecodable {}
extension Person.Role: SQLEncodable, SQLDecodable {}
extension PlateKind: SQLEncodable, SQLDecodable {}
extension Press: SQLEncodable, SQLDecodable {}
extension ReviewReason: SQLEncodable, SQLDecodable {}
extension ReviewResolution: SQLEncodable, SQLDecodable {}
