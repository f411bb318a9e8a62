internal import GRDB

/// The tables of a store. Any program that reads SQLite can read them; the view `events` joins them.
enum EventStoreSchema {
  /// `dyad` in ASCII; it distinguishes a store from other databases.
  static let application = 0x6479_6164
  static let version = 1

  static let tables = """
    CREATE TABLE dataset (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    );
    CREATE TABLE input (
      id INTEGER PRIMARY KEY,
      dataset INTEGER NOT NULL REFERENCES dataset,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      release TEXT
    );
    CREATE TABLE party (
      id INTEGER PRIMARY KEY,
      "end" INTEGER NOT NULL REFERENCES dyad_end,
      code TEXT NOT NULL,
      state TEXT,
      region TEXT,
      "group" TEXT,
      sector TEXT,
      office TEXT
    );
    CREATE TABLE dyad_end (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    );
    CREATE TABLE action (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL,
      type TEXT,
      quad INTEGER,
      tenths INTEGER
    );
    CREATE TABLE place (
      id INTEGER PRIMARY KEY,
      name TEXT,
      state TEXT,
      latitude REAL,
      longitude REAL
    );
    CREATE TABLE dyad (
      id INTEGER PRIMARY KEY,
      actor INTEGER NOT NULL REFERENCES dyad_end,
      recipient INTEGER NOT NULL REFERENCES dyad_end,
      UNIQUE (actor, recipient)
    );
    CREATE TABLE reference (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL
    );
    CREATE TABLE key (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE
    );
    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      last INTEGER,
      dyad INTEGER NOT NULL REFERENCES dyad,
      actor INTEGER NOT NULL REFERENCES party,
      recipient INTEGER NOT NULL REFERENCES party,
      action INTEGER NOT NULL REFERENCES action,
      mentions INTEGER NOT NULL,
      sources INTEGER NOT NULL,
      articles INTEGER NOT NULL,
      place INTEGER REFERENCES place,
      story TEXT,
      reference INTEGER REFERENCES reference,
      version TEXT,
      deaths TEXT,
      input INTEGER NOT NULL REFERENCES input,
      line INTEGER NOT NULL,
      \(EventID.columns)
    );
    CREATE TABLE volume (
      dataset INTEGER NOT NULL REFERENCES dataset,
      day INTEGER NOT NULL,
      rows INTEGER NOT NULL,
      PRIMARY KEY (dataset, day)
    ) WITHOUT ROWID;
    CREATE TABLE reduction (
      id INTEGER PRIMARY KEY,
      head TEXT NOT NULL UNIQUE,
      dataset TEXT NOT NULL,
      rule TEXT NOT NULL,
      period TEXT NOT NULL
    );
    CREATE TABLE dyad_period (
      reduction INTEGER NOT NULL REFERENCES reduction,
      actor TEXT NOT NULL,
      recipient TEXT NOT NULL,
      period INTEGER NOT NULL,
      n INTEGER NOT NULL, reports INTEGER NOT NULL, sources INTEGER NOT NULL,
      q1 INTEGER NOT NULL, q2 INTEGER NOT NULL, q3 INTEGER NOT NULL, q4 INTEGER NOT NULL,
      tenths INTEGER, mentions INTEGER NOT NULL, total INTEGER NOT NULL,
      PRIMARY KEY (reduction, actor, recipient, period)
    ) WITHOUT ROWID;
    CREATE VIEW events AS
      SELECT dataset.name AS dataset, \(EventID.keySQL) AS id, date(event.first * 86400, 'unixepoch') AS first,
        date(coalesce(event.last, event.first) * 86400, 'unixepoch') AS last, one.name AS actor, actor.code AS actor_code,
        actor.sector AS actor_sector, other.name AS recipient, recipient.code AS recipient_code,
        recipient.sector AS recipient_sector, action.code, action.type, action.quad, action.tenths, event.mentions,
        event.sources, event.articles, place.name AS place, coalesce(event.story, reference.text) AS story,
        reference.text AS reference, event.version, input.path AS file, event.line
      FROM event JOIN dataset ON dataset.id = event.dataset JOIN dyad ON dyad.id = event.dyad
        JOIN dyad_end AS one ON one.id = dyad.actor JOIN dyad_end AS other ON other.id = dyad.recipient
        JOIN party AS actor ON actor.id = event.actor JOIN party AS recipient ON recipient.id = event.recipient
        JOIN action ON action.id = event.action JOIN input ON input.id = event.input
        LEFT JOIN place ON place.id = event.place LEFT JOIN reference ON reference.id = event.reference;
    """

  /// The rows of a dyad, by data set and day; faster to make once than row by row, so that a new store has it after its first rows.
  static let dyadIndex = "CREATE INDEX event_dyad ON event (dyad)"

  static func create(in database: Database) throws {
    try database.execute(sql: tables)
    try database.execute(sql: dyadIndex)
    try database.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
  }
}
