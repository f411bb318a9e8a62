/// What every page looks like, on a screen and on paper, in light and dark.
enum SiteStyle {
  static let css = """
    :root { --ink: #1b1f23; --quiet: #565d64; --page: #fff; --card: #f6f8fa; --line: #c9ced3; --link: #0b4f8a; --mark: #ffe9a8; --mark-ink: #1b1f23; --bad: #a4161a; color-scheme: light dark }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6edf3; --quiet: #aab4be; --page: #10151b; --card: #1a222b; --line: #3a4652; --link: #8ec7ff; --mark: #6b4e00; --mark-ink: #fff4d6; --bad: #ff9a9a }
    }
    * { box-sizing: border-box }
    body { margin: 0; font: 16px/1.5 "Noto Sans", system-ui, sans-serif; color: var(--ink); background: var(--page) }
    a { color: var(--link) }
    .skip { position: absolute; left: -100vw }
    .skip:focus { left: .5rem; top: .5rem; background: var(--page); padding: .5rem; z-index: 2 }
    header { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: space-between; align-items: center; padding: .5rem 1rem; border-bottom: 1px solid var(--line) }
    header nav a { font-weight: bold; text-decoration: none }
    main, footer { padding: 0 1rem; max-width: 100rem; margin: 0 auto }
    main:focus { outline: none }
    footer { color: var(--quiet); font-size: .875rem }
    h1 { font-size: 1.6rem; line-height: 1.2; margin: 1rem 0 .25rem }
    h2 { font-size: 1.15rem; margin: 1rem 0 .25rem }
    h3 { font-size: 1rem; margin: 1rem 0 .25rem }
    h4 { font-size: 1rem; margin: 0 }
    .lead, .when, .kind, .reads, .note, figcaption { color: var(--quiet) }
    button, input, select, .button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--quiet); border-radius: .4rem; min-height: 2.25rem; padding: .2rem .6rem }
    .button { display: inline-block; text-decoration: none }
    input[type=range] { flex: 1 1 14rem; padding: 0; border: 0; background: none; accent-color: var(--link) }
    input[type=radio], input[type=checkbox] { min-height: 0; accent-color: var(--link) }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
    .controls { background: var(--page); border-bottom: 1px solid var(--line); padding: .5rem 0 }
    summary { min-height: 1.75rem; cursor: pointer }
    .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .25rem 0; border: 0; padding: 0 }
    .row legend { float: left; padding: 0 .5rem 0 0 }
    output { min-width: 8rem; font-weight: bold }
    .sheet { display: grid; gap: 1rem 2rem; grid-template-columns: minmax(0, 1fr) }
    .picture { background: #fff; border: 1px solid var(--line); border-radius: .4rem; padding: .5rem; overflow-x: auto }
    .picture svg { display: block; width: 100%; height: auto; max-width: 60rem; margin: 0 auto }
    .live-picture [id*="a_claim-"], .live-picture [id*="entity-"] { cursor: pointer }
    .live-picture [id*="a_claim-"]:hover text { text-decoration: underline }
    .chosen text { text-decoration: underline }
    .claim { border-left: 4px solid var(--line); padding: .25rem 0 .25rem .75rem; margin: .75rem 0 }
    .claim:target, .claim.chosen { border-color: var(--link); background: var(--card) }
    .claim p { margin: .15rem 0 }
    .tone { white-space: nowrap }
    .tone.conflict::before { content: "▼ " }
    .tone.cooperation::before { content: "▲ " }
    .tone.neutral::before { content: "● " }
    .quote { margin: .5rem 0 }
    blockquote { margin: 0; padding: .25rem .5rem; border-left: 2px solid var(--line); font-family: "Noto Serif", Georgia, serif; font-size: .95rem }
    mark { background: var(--mark); color: var(--mark-ink) }
    .text pre { white-space: pre-wrap; font-family: "Noto Serif", Georgia, serif; font-size: 1rem; max-width: 42rem }
    .text mark.other { background: none; color: inherit }
    .text mark.chosen { box-shadow: 0 3px 0 var(--link) }
    .none { color: var(--bad) }
    .chips { display: flex; flex-wrap: wrap; gap: .25rem .75rem; padding: 0; list-style: none }
    #everything { list-style: none; padding: 0 }
    #everything li { padding: .4rem 0; border-bottom: 1px solid var(--line) }
    #everything q { color: var(--quiet); font-size: .9rem }
    .mark { font-weight: bold }
    #problems { border: 2px solid var(--bad); border-radius: .4rem; padding: .5rem 1rem; margin: 1rem 0 }
    #problems pre { white-space: pre-wrap; overflow-wrap: anywhere }
    [hidden] { display: none !important }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    @media (min-width: 70rem) {
      .controls { position: sticky; top: 0; z-index: 1 }
      .sheet { grid-template-columns: minmax(0, 3fr) minmax(22rem, 2fr) }
      #claims { max-height: calc(100vh - 1rem); overflow: auto; position: sticky; top: .5rem; padding-right: .5rem }
    }
    @media print {
      header, .controls, .skip { display: none }
      .frame[hidden], .claim[hidden] { display: block !important }
    }
    """
}
