internal import DyadContent
internal import DyadCore
internal import DyadDrawing

/// The controls of the pictures of a page: dates, views and downloads; hidden until the script runs.
struct Controls {
  private let site: Site
  private let focus: View.Focus
  private let days: [Day]
  private let hasTimeline: Bool

  init(_ site: Site, _ focus: View.Focus, days: [Day], hasTimeline: Bool) {
    (self.site, self.focus, self.days, self.hasTimeline) = (site, focus, days, hasTimeline)
  }

  var html: HTML {
    let ticks = days.enumerated().map { index, day in
      "<option value=\"\(index + 1)\" label=\"\(DateWords.english.words(day))\"></option>" as HTML
    }
    let views =
      [("picture", "State"), ("changes", "Changes")]
      + (hasTimeline ? [("timeline", "Timeline")] : [])
    let choices = views.map { id, words -> HTML in
      let checked: HTML = id == "picture" ? " checked" : ""
      return "<label><input type=\"radio\" name=\"show\" value=\"\(id)\"\(checked)> \(words)</label>"
    }
    return """
      <form class="controls" aria-label="Dates and views" data-path="\(SiteMap.page(focus))" hidden>
      <div class="row" id="dates">
      <button type="button" id="previous" aria-label="Previous date">◀</button>
      <label for="slider">Date</label>
      <input type="range" id="slider" min="1" max="\(max(1, days.count))" value="\(max(1, days.count))" step="1" list="stops">
      <datalist id="stops">
      \(ticks)
      </datalist>
      <button type="button" id="next" aria-label="Next date">▶</button>
      <output id="date" for="slider"></output>
      </div>
      <fieldset class="row"><legend>Show</legend>
      \(choices)
      </fieldset>
      \(site.isLive ? live : "<div class=\"row\" id=\"downloads\">\(downloads)</div>")
      <p id="status" role="status" class="unseen"></p>
      </form>
      """
  }

  /// The controls that need a server: any date, any comparison, any parties.
  private var live: HTML {
    let last = days.last ?? site.lastDay
    let choices = site.graph.entities.values.sorted { ($0.shortName, $0.id) < ($1.shortName, $1.id) }
    func options(_ chosen: Entity.ID?) -> [HTML] {
      choices.map { entity -> HTML in
        let selected: HTML = entity.id == chosen ? " selected" : ""
        return "<option value=\"\(entity.id.text)\"\(selected)>\(entity.shortName)</option>"
      }
    }
    return """
      <details class="live">
      <summary>Other dates, other parties, downloads</summary>
      <div class="row">
      <label>Any date <input type="date" id="day" value="\(last.description)"></label>
      <label>compared with <input type="date" id="since"></label>
      <button type="button" id="ask">Draw</button>
      </div>
      <div class="row">
      <label>Party <select id="one"><option value="">all parties</option>
      \(options(focus.parties.first))</select></label>
      <label>with <select id="other"><option value="">all others</option>
      \(options(focus.parties.count == 2 ? focus.parties[1] : nil))</select></label>
      <button type="button" id="go">Go</button>
      </div>
      <div class="row" id="downloads">\(downloads)</div>
      </details>
      """
  }

  private var downloads: HTML {
    guard site.isLive else { return "<button type=\"button\" id=\"save\">Save the picture (SVG)</button>" }
    let links = ["svg", "png", "pdf", "dot"].map { suffix -> HTML in
      "<a class=\"button\" data-suffix=\"\(suffix)\" href=\"#\" download>\(suffix.uppercased())</a>"
    }
    return "Download: \(links.joined(" "))"
  }
}
