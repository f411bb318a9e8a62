#!/bin/sh
# A proposer in the shell: every line of the text that has the word "agreement" is an event of the type AGREE between the first two
# entities of the dossier. It shows the exchange of JSON; jq reads the request and writes the answer.
set -eu
jq '
  .source.published as $published
  | [.entities[] | select(.kind == "state") | .id][:2] as $parties
  | { claims: [ .text | split("\n")[] | select(test("agreement"))
      | { kind: "event", quote: ., score: 0.3, rule: "the word \"agreement\" in a line",
          record: { on: ("/" + ($published // "2100")), what: .[:80], type: "AGREE", actors: $parties } } ] }
'
