/// The members of the circles of a directed graph, in time that grows with its size: its strongly connected components
/// of more than one member, and what has a step to itself (Tarjan, 1972), without recursion.
package struct Circles<ID: Hashable> {
  package private(set) var members: Set<ID> = []
  private let steps: [ID: [ID]]
  private var numbers: [ID: Int] = [:]
  /// The smallest number that is reachable by way of the members of the stack.
  private var lowest: [ID: Int] = [:]
  private var stack: [ID] = []
  private var onStack: Set<ID> = []

  package init(_ steps: [ID: [ID]]) {
    self.steps = steps
    for start in steps.keys where numbers[start] == nil { visit(start) }
  }

  private mutating func visit(_ start: ID) {
    var path: [(id: ID, next: Int)] = []
    enter(start, &path)
    while let (id, next) = path.last {
      let targets = steps[id] ?? []
      guard next < targets.count else {
        path.removeLast()
        leave(id)
        if let parent = path.last?.id { lower(parent, to: lowest[id]) }
        continue
      }
      path[path.count - 1].next += 1
      let target = targets[next]
      if target == id { members.insert(id) }
      if numbers[target] == nil {
        enter(target, &path)
      } else if onStack.contains(target) {
        lower(id, to: numbers[target])
      }
    }
  }

  private mutating func enter(_ id: ID, _ path: inout [(id: ID, next: Int)]) {
    lowest[id] = numbers.count
    numbers[id] = numbers.count
    stack.append(id)
    onStack.insert(id)
    path.append((id, 0))
  }

  private mutating func lower(_ id: ID, to number: Int?) {
    if let number, let own = lowest[id], number < own { lowest[id] = number }
  }

  /// Takes the component of which it was the first to be visited off the stack.
  private mutating func leave(_ id: ID) {
    guard lowest[id] == numbers[id], let first = stack.lastIndex(of: id) else { return }
    let component = stack[first...]
    if component.count > 1 { members.formUnion(component) }
    onStack.subtract(component)
    stack.removeSubrange(first...)
  }
}
