/// Where a firm is likely to be, as far as it matters for who helps.
public struct Locality: Sendable {
  /// How it was found.
  public enum Kind: String, Sendable {
    /// By a postcode: the one county that is likely.
    case likely
    /// By a postcode that crosses a border: several counties are possible.
    case several
    /// The person chose the county.
    case chosen
    /// By a postcode outside the area that the directory covers.
    case outside
    /// Nobody said.
    case unknown
  }

  /// How it was found.
  public let kind: Kind
  /// The postcode, if one was given.
  public let postcode: Postcode?
  /// The counties or countries, the likeliest first.
  public let places: [SupportDirectory.Area]
  /// Ids of all areas that the firm is in, or may be in.
  public let areas: Set<String>
  /// What is to be said about it, in words for the firm.
  public let remarks: [String]
}

extension SupportDirectory {
  /// Where nobody said where the firm is.
  public var unknownLocality: Locality {
    Locality(
      kind: .unknown,
      postcode: nil,
      places: [],
      areas: Set(["UK", "EWNI", "EW", "ENG"]),
      remarks: [
        "No place is given, so only bodies for all of England or the UK are shown. Give a "
          + "postcode, as DE4, to see who is near."
      ]
    )
  }

  /// The counties that a person may choose.
  public var counties: [Area] { areas.filter { $0.kind == .county } }

  /// The county of that id or name, chosen by a person; `nil` where there is none.
  public func locality(county name: String) -> Locality? {
    let wanted = name.lowercased()
    guard
      let county = counties.first(where: {
        $0.id.lowercased() == wanted || $0.name.lowercased() == wanted
      })
    else { return nil }
    let parts = areas.filter { $0.kind == .part && $0.within.contains(county.id) }
    var remarks: [String] = []
    if !parts.isEmpty {
      remarks.append(
        "Which part of \(county.name) you are in is not known, so bodies for a part of it are "
          + "shown too."
      )
    }
    return Locality(
      kind: .chosen,
      postcode: nil,
      places: [county],
      areas: areaWithOuter(county.id).union(parts.map(\.id)),
      remarks: remarks
    )
  }

  /// Where a postcode is likely to be.
  public func locality(of postcode: Postcode) -> Locality {
    let own = postcodes.filter { $0.area == postcode.area }
    let exact = own.first { $0.districts.contains(postcode.number) }
    guard let line = exact ?? own.first(where: \.isDefault) else { return outside(postcode) }
    let places = line.counties.compactMap(area)
    guard places.contains(where: { $0.kind == .county }) else {
      return outside(postcode, places: places, areas: Set(line.counties))
    }
    var areas = Set<String>()
    for id in line.counties + line.parts + [line.authority].compactMap(\.self) {
      areas.formUnion(areaWithOuter(id))
    }
    let names = places.map(\.name)
    let several = line.asks || names.count > 1
    var remarks: [String] = []
    if several {
      remarks.append(
        "\(postcode.district) crosses a border: \(names.joined(separator: " or ")). Bodies for "
          + "each are shown; name your county with --county to see fewer."
      )
    } else {
      remarks.append(
        "\(postcode.district) is likely in \(names[0]). If that is wrong, add --county."
      )
    }
    if exact == nil {
      remarks.append(
        "\(postcode.district) is in no line of our list: we took what holds for most of "
          + "\(postcode.area)."
      )
    } else if let note = note(of: line, for: postcode) {
      remarks.append(note)
    }
    return Locality(
      kind: several ? .several : .likely,
      postcode: postcode,
      places: places,
      areas: areas,
      remarks: remarks
    )
  }

  private func outside(
    _ postcode: Postcode,
    places: [Area] = [],
    areas: Set<String>? = nil
  ) -> Locality {
    let ids: Set<String> =
      areas
      ?? {
        switch postcode.nation {
        case .england: ["OUT-ENG"]
        case .wales: ["WALES"]
        case .scotland: ["SCOTLAND"]
        case .northernIreland: ["NI"]
        case .islands: ["UK"]
        }
      }()
    let found = places.isEmpty ? ids.compactMap(area) : places
    return Locality(
      kind: .outside,
      postcode: postcode,
      places: found,
      areas: ids.reduce(into: []) { $0.formUnion(areaWithOuter($1)) },
      remarks: [
        "\(postcode.district) is outside the Midlands, which this directory covers. Only bodies "
          + "for the whole country, or for firms outside the Midlands, are shown."
      ]
    )
  }

  /// What the line's note says about this district: sentences that name other districts are left
  /// out.
  private func note(of line: PostcodeLine, for postcode: Postcode) -> String? {
    let pieces = line.note.split { $0 == ";" || $0 == "." }.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let kept = pieces.filter { piece in
      let named = piece.split { !$0.isLetter && !$0.isNumber }
        .compactMap { try? Postcode(String($0)) }.filter { $0.area == postcode.area }
      return !piece.isEmpty && (named.isEmpty || named.contains { $0.number == postcode.number })
    }
    return kept.isEmpty
      ? nil : "Our list says: " + kept.map(ReportWords.capitalised).joined(separator: "; ") + "."
  }
}
