/// The files of a small example dossier, which `dyad new` writes.
///
///     Starter.files.map(\.name)     // ["dossier.yaml", "herald.txt"]
public enum Starter {
  /// The files by name: the dossier, and the text of its source.
  public static let files: [(name: String, text: String)] = [("dossier.yaml", dossier), ("herald.txt", text)]

  private static let text = """
    The ferry sails again

    2 May 2014. Arvane and Belmar have ended their quarrel over the ferry. After four years without a crossing, Foreign
    Minister Ilse Marrow of Arvane landed at Porto Vello on 12 April and signed an agreement there. Belmar's government
    denies that it paid for the new quay.

    """

  private static let dossier = """
    # A dossier to start from: change the names, the dates and the text. `dyad check .` says what is wrong.
    dossier: The ferry

    sources:
      herald:
        title: The ferry sails again
        publisher: Harbour Herald
        published: 2014-05-02
        text: herald.txt

    states:
      arvane: { name: Republic of Arvane, short: Arvane }
      belmar: { name: Kingdom of Belmar, short: Belmar }

    officials:
      marrow:
        name: Ilse Marrow
        serves: arvane
        offices:
          - title: Foreign Minister
            during: 2014-04/
            cite: { herald: "Foreign Minister Ilse Marrow of Arvane" }

    places:
      porto-vello: { name: Porto Vello, of: belmar }

    relations:
      arvane-belmar:
        between: [arvane, belmar]
        kind: ties
        phases:
          - during: 2010~/2014-04
            reads: quarrel over the ferry
            tone: -4
            cite: { herald: "After four years without a crossing" }
          - during: 2014-04/..
            reads: reconciled
            tone: 4
            cite: { herald: "Arvane and Belmar have ended their quarrel over the ferry." }

    events:
      ferry-agreement:
        on: 2014-04-12
        what: Marrow lands at Porto Vello and signs an agreement on the ferry
        type: AGREE
        actors: [marrow]
        recipients: [belmar]
        place: porto-vello
        cite: { herald: "landed at Porto Vello on 12 April and signed an agreement there" }
      quay:
        on: 2014~
        what: Belmar is said to have paid for the new quay
        type: AID
        actors: [belmar]
        recipients: [arvane]
        cite:
          - source: herald
            quote: "Belmar's government denies that it paid for the new quay."
            speaker: Belmar's government
            stance: denies

    views:
      ties: { between: [arvane, belmar], on: 2014-05-02 }

    """
}
