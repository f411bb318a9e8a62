internal import CYaml
internal import DyadCore

/// The events of libyaml for a text: what the parser itself finds, in its order.
///
/// Yams makes trees of these events, and expands aliases in them: a few lines of aliases become gigabytes. So the events
/// are read here, and the first alias ends the reading.
final class YAMLEvents {
  struct Event {
    enum Kind: Equatable {
      case scalar(String), alias, sequenceStart, sequenceEnd, mappingStart, mappingEnd, documentStart, documentEnd
      case streamEnd
    }

    let kind: Kind
    let place: SourceLocation
  }

  private let file: String
  private let bytes: [UInt8]
  // libyaml keeps pointers to the parser and to the text.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(of text: String, file: String) {
    self.file = file
    bytes = Array(text.utf8)
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event; throws a finding where the text is not YAML, or has an alias.
  func next() throws(Finding) -> Event {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw Finding(diagnostic: failure) }
      defer { yaml_event_delete(&event) }
      let place = location(event.start_mark)
      let kind: Event.Kind
      switch event.type {
      case YAML_STREAM_START_EVENT, YAML_NO_EVENT: continue
      case YAML_STREAM_END_EVENT: kind = .streamEnd
      case YAML_DOCUMENT_START_EVENT: kind = .documentStart
      case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
      case YAML_ALIAS_EVENT:
        throw Finding(diagnostic: Diagnostic(.alias, "anchors and aliases are not allowed", at: place))
      case YAML_SEQUENCE_START_EVENT: kind = .sequenceStart
      case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
      case YAML_MAPPING_START_EVENT: kind = .mappingStart
      case YAML_MAPPING_END_EVENT: kind = .mappingEnd
      default:
        let scalar = event.data.scalar
        kind = .scalar(
          String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self))
      }
      return Event(kind: kind, place: place)
    }
  }

  /// What ends the reading.
  struct Finding: Error { let diagnostic: Diagnostic }

  private var failure: Diagnostic {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "invalid YAML"
    if parser.pointee.error == YAML_READER_ERROR {
      return Diagnostic(.unreadable, problem, at: SourceLocation(file: file))
    }
    let place = location(parser.pointee.problem_mark)
    if problem.contains("nesting level") { return Diagnostic(.tooDeep, "nested too deeply", at: place) }
    let context = parser.pointee.context.map { String(cString: $0) }
    return Diagnostic(.badYAML, [context, problem].compactMap { $0 }.joined(separator: ", "), at: place)
  }

  private func location(_ mark: yaml_mark_t) -> SourceLocation {
    SourceLocation(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
