internal import Graphviz

/// Boxes in rows, in the order of their positions: always apart, whatever else is lost.
struct Shelves {
  package private(set) var centers: [Point]

  init(_ centers: [Point], _ task: NetworkTask) {
    self.centers = centers
    let (sizes, gap) = (task.sizes, task.gap + Separation.slack)
    let order = centers.indices.sorted { (centers[$0].y, $0) < (centers[$1].y, $1) }
    var rows: [[Int]] = []
    var width = Double.infinity
    for index in order {
      if width + gap + sizes[index].width > task.area.width {
        rows.append([])
        width = -gap
      }
      rows[rows.count - 1].append(index)
      width += gap + sizes[index].width
    }
    let heights = rows.map { row in row.map { sizes[$0].height }.max() ?? 0 }
    let spare = task.area.height - heights.reduce(0, +)
    let between = max(gap, rows.count > 1 ? spare / Double(rows.count - 1) : 0)
    var top = 0.0
    for (row, height) in zip(rows, heights) {
      let room = task.area.width - row.map { sizes[$0].width }.reduce(0, +)
      let step = max(gap, room / Double(row.count + 1))
      var left = row.count == 1 ? room / 2 : max(0, (room - step * Double(row.count - 1)) / 2)
      for index in row.sorted(by: { (centers[$0].x, $0) < (centers[$1].x, $1) }) {
        self.centers[index] = Point(x: left + sizes[index].width / 2, y: top + height / 2)
        left += sizes[index].width + step
      }
      top += height + between
    }
  }
}
