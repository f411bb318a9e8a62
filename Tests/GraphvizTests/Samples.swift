import Testing

/// Graphs in DOT that cover the features of Graphviz. The names identify failures.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let dot: String
  var testDescription: String { name }

  static let all: [Sample] = [
    Sample(
      name: "clusters",
      dot: """
        digraph G { subgraph cluster_a { label="A"; color=red; a1; a2 -> a1 } subgraph cluster_b { b1; b2
          subgraph cluster_inner { label=inner; style=dashed; b3 } } subgraph cluster_c { c1 }
          a1 -> b1; b2 -> c1; c1 -> a2; b3 -> c1 }
        """),
    Sample(
      name: "records",
      dot: """
        digraph R { rankdir=LR; node [shape=record]; s [label="<f0> left|{<f1> up|down}|right \\\\ \\{x\\}"];
          t [shape=Mrecord label="one|two|<p>three"]; s:f1 -> t:p:w; s:f0:n -> t }
        """),
    Sample(
      name: "html",
      dot: """
        digraph H { a [shape=plain label=<<table border="0" cellborder="1"><tr><td port="p">x</td><td><b>y &amp; z</b>
          </td></tr></table>>]; b [label=<<i>b</i>>]; a:p -> b [label=<<font color="red">r</font>>] }
        """),
    Sample(
      name: "ports", dot: "digraph P { a:n -> b:s; a:e -> c:w [dir=both]; b -> c [headport=nw tailport=se] }"),
    Sample(
      name: "same rank",
      dot: """
        digraph S { {rank=same; a; b; c} a -> d; b -> d; d -> e; {rank=max; e f} a -> c [label=flat]; c -> e }
        """),
    Sample(
      name: "labels",
      dot: """
        digraph X { label="the whole"; labelloc=t; a [xlabel="beside"]; a -> b [xlabel="x" headlabel="h"
          taillabel="t" label="in the middle"]; b -> c [label="two\\nlines\\l"] }
        """),
    Sample(
      name: "parallel",
      dot: "digraph M { a -> b; a -> b [color=red]; a -> b [key=k style=dashed]; b -> a; a -> a }"),
    Sample(name: "undirected", dot: "graph U { a -- b -- c -- a; c -- d; d -- d; b -- a [penwidth=3] }"),
    Sample(
      name: "unnamed subgraphs",
      dot: "strict digraph T { a -> b; { c -> d } { e; f } { a -> b; g } subgraph n { h -> a } }"),
    Sample(
      name: "shared edges",
      dot: "strict digraph T { a -> b; x -> y; { p -> q } { a -> b } { p -> q; { x -> y } } }"),
    Sample(
      name: "shared keys",
      dot: "digraph T { { a -> b [key=k color=red] } c -> d [key=l] { c -> d [key=l]; a -> b [key=k] } }"),
    Sample(
      name: "keys in several subgraphs",
      dot: """
        digraph T { a -> b [key=k]; { a -> b [key=k]; u -> v; { a -> b [key=k]; w -> x } } subgraph n { a -> b [key=k] }
          subgraph m { a -> b [key=k]; { x -> y } } { a -> b [key=k] } }
        """),
    Sample(
      name: "inner subgraphs",
      dot: "digraph T { { c -> d; { a }; { e -> f { g -> h } }; i -> j } c -> k { l; m } }"),
    Sample(name: "strict", dot: "strict digraph T { a -> b; a -> b [label=once]; b -> a; c -> a }"),
    Sample(name: "strict undirected", dot: "strict graph T { a -- b; b -- a [label=once]; c -- a }"),
    Sample(
      name: "unicode",
      dot: """
        digraph "Grüße" { "Пакистан" -> "भारत" [label="Indus — 印度河"]; "日本" [label="日本 🗾"]; "é" -> "日本" }
        """),
    Sample(
      name: "defaults after nodes",
      dot: """
        digraph D { a; node [color=blue shape=box label=L]; b; edge [color=green]; a -> b; subgraph cluster_x {
          node [shape=circle]; graph [color=red]; c; subgraph cluster_y { d } label=late } edge [style=dotted];
          b -> c; node [color=""]; e }
        """),
    Sample(
      name: "edges within subgraphs",
      dot: """
        digraph E { x -> y; subgraph s { edge [color=red]; x -> z; z -> y } subgraph cluster_q { p -> q; { q -> r } } y -> p }
        """),
    Sample(
      name: "styles",
      dot: """
        digraph Y { bgcolor=lightyellow; node [style="filled,rounded" fillcolor="red:blue" shape=box]; a; b [shape=doublecircle];
          c [shape=star]; d [shape=point]; a -> b [arrowhead=odot arrowtail=crow dir=both]; b -> c [color="red:blue"];
          c -> d [style=invis]; d -> a [arrowhead=none class=k id=edge_d]; e [URL="https://example.org/" tooltip="tip"] }
        """),
    Sample(
      name: "equal text as label and markup",
      dot: """
        digraph B { a [label=<<b>x</b>>]; b [label="<b>y</b>"]; /* < */ c [label="a \\" < b"]; // <
          a -> b -> c }
        """),
    Sample(name: "without a name", dot: "digraph G { /* named G by the reader */ a -> b }"),
  ]
}
