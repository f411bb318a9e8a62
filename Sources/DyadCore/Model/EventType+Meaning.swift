extension EventType {
  /// What parties do in an event of the type, as a coder chooses it.
  ///
  ///     EventType.consult.meaning     // "meets, visits, calls, mediates"
  public var meaning: String {
    switch self {
    case .aid: "gives help: money, goods, weapons, rescue, asylum"
    case .cooperate: "works together in practice"
    case .retreat: "eases or ends pressure"
    case .support: "backs in words or gives standing: praise, recognition, an alliance in force"
    case .concede: "yields to a demand, frees somebody, resigns to pressure"
    case .agree: "promises or signs, before anything is done"
    case .consult: "meets, visits, calls, mediates"
    case .request: "asks for something"
    case .reject: "refuses, vetoes, stays away"
    case .accuse: "blames, condemns, complains"
    case .threaten: "announces harm"
    case .protest: "demonstrates, strikes, blocks a road as a crowd"
    case .mobilize: "raises the readiness of forces"
    case .sanction: "cuts trade, aid or relations"
    case .coerce: "uses force short of fighting: arrest, seizure, blockade, expulsion"
    case .assault: "attacks, kills, fights"
    }
  }
}
