/// An answer, and for how long it is good while nobody does anything.
struct LastingAnswer {
  let answer: Answer
  /// From when it was begun to be made; nil: nothing in it ends by itself.
  var duration: Duration?
}
