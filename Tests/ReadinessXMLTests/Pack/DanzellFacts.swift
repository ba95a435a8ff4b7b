/// The 106 questions as the facts list them (section 3), typed off by hand from its tables.
///
/// One line for each question: id, the id it had in Willow (`new` where there was none), the mark
/// with its confidence, when it applies (`always`, or `if` under a condition), what it maps to.
/// Marks: `AF` automatic fail, high; `AF?` automatic fail, medium; `MAJ` major, medium; `INFO`
/// context, medium ("neutral" in the facts); `SCOPE` the scope does not stand (section 9).
enum DanzellFacts {
  struct Line {
    let id: String
    let was: String?
    let mark: String
    let isAlways: Bool
    let maps: [String]
  }

  static let lines: [Line] =
    (organisation + scope + insurance + firewalls + configuration
    + updates + access + malware).split(separator: "\n").map { line in
      let words = line.split(separator: " ").map(String.init)
      return Line(
        id: words[0],
        was: words[1] == "new" ? nil : words[1],
        mark: words[2],
        isAlways: words[3] == "always",
        maps: Array(words.dropFirst(4))
      )
    }

  private static let organisation = """
    A1.1 A1.1 INFO always
    A1.2 A1.2 INFO always
    A1.3 new INFO always
    A1.4 A1.3 INFO always
    A1.5 A1.4 INFO always
    A1.5.1 new INFO if
    A1.6 new INFO always
    A1.6.1 new INFO if
    A1.7 A1.5 INFO always
    A1.8 A1.6 INFO always
    A1.9 A1.7 INFO always
    A1.10 A1.8 INFO always
    A1.10.1 A1.8.1 INFO if
    A1.10.2 A1.8.2 INFO if
    A1.10.3 A1.8.3 INFO if
    A1.10.4 A1.8.4 INFO if
    A1.10.5 A1.8.5 INFO if
    A1.11 A1.9 INFO always
    A1.12 new INFO always
    A1.13 A1.10 INFO always
    A1.14 new INFO always
    A1.15 A1.11 INFO always
    A1.16 new INFO always

    """

  private static let scope = """
    A2.1 A2.1 INFO always SCOPE-1 SCOPE-4
    A2.2 A2.2 INFO if SCOPE-2 SCOPE-4
    A2.2.1 new INFO if SCOPE-4 SCOPE-24
    A2.2.2 new SCOPE if SCOPE-24
    A2.3 A2.3 INFO always SCOPE-2
    A2.3.1 new INFO always SCOPE-2
    A2.3.2 new INFO if SCOPE-2
    A2.4 A2.7 INFO always SCOPE-2
    A2.4.1 A2.7.1 INFO always SCOPE-10
    A2.4.2 new INFO if SCOPE-11 SCOPE-12 SCOPE-13
    A2.5 A2.8 INFO always SCOPE-5 FW-1
    A2.5.1 new INFO if SCOPE-24
    A2.6 A2.4 INFO always SCOPE-6 SCOPE-8
    A2.6.1 A2.4.1 INFO if SCOPE-5
    A2.7 A2.5 INFO if SCOPE-5
    A2.8 A2.6 INFO if SCOPE-8 SCOPE-9
    A2.9 A2.9 INFO always SCOPE-7
    A2.10 A2.10 INFO always SCOPE-2

    """

  private static let insurance = """
    A3.1 A3.1 INFO always
    A3.2 A3.2 INFO if
    A3.3 A3.3 INFO if

    """

  private static let firewalls = """
    A4.1 A4.1 MAJ always FW-1
    A4.1.1 A4.1.1 AF? always FW-1 FW-2
    A4.1.2 A4.1.2 MAJ if FW-2
    A4.2 A4.2 MAJ always FW-3
    A4.2.1 A4.2.1 MAJ always FW-3
    A4.3 A4.3 MAJ always FW-3 UAC-15 UAC-18
    A4.4 A4.4 MAJ always UAC-17
    A4.5 A4.5 MAJ always FW-6
    A4.6 A4.6 MAJ always FW-7
    A4.7 A4.7 MAJ always FW-5
    A4.8 A4.8 MAJ always FW-6
    A4.9 A4.9 AF? always FW-4
    A4.10 A4.10 MAJ if FW-4
    A4.11 A4.11 MAJ if FW-4

    """

  private static let configuration = """
    A5.1 A5.1 MAJ always SC-3
    A5.2 A5.2 MAJ always SC-1
    A5.3 A5.3 MAJ always SC-2 UAC-15
    A5.4 A5.4 INFO always SC-5
    A5.5 A5.5 MAJ if UAC-15 UAC-18 UAC-10
    A5.6 A5.6 MAJ if UAC-17
    A5.7 A5.7 MAJ if UAC-14
    A5.8 A5.8 MAJ always SC-4
    A5.9 A5.9 MAJ always SC-6 SC-7
    A5.10 A5.10 MAJ if SC-7 SC-8 SC-9 SC-10

    """

  private static let updates = """
    A6.1 A6.1 AF? always SUM-1 SUM-2
    A6.2 A6.2 MAJ always SUM-2
    A6.2.1 A6.2.1 AF? always SUM-2
    A6.2.2 A6.2.2 AF? always SUM-2 MP-2
    A6.2.3 A6.2.3 AF? always SUM-2
    A6.2.4 A6.2.4 AF? always SUM-2
    A6.3 A6.3 MAJ always SUM-2
    A6.3.1 A6.3.1 MAJ if SUM-2 SUM-3
    A6.4 A6.4 AF always SUM-5
    A6.4.1 A6.4.1 INFO always SUM-4
    A6.4.2 A6.4.2 MAJ if SUM-5
    A6.5 A6.5 AF always SUM-5
    A6.5.1 A6.5.1 INFO always SUM-4
    A6.5.2 A6.5.2 MAJ if SUM-5
    A6.6 A6.6 MAJ always SUM-3
    A6.7 A6.7 MAJ always SUM-3 SCOPE-24

    """

  private static let access = """
    A7.1 A7.1 MAJ always UAC-3
    A7.2 A7.2 MAJ always UAC-4
    A7.3 A7.3 MAJ always UAC-5
    A7.4 A7.4 MAJ always UAC-1
    A7.5 A7.5 MAJ always UAC-3
    A7.6 A7.6 MAJ always UAC-8
    A7.7 A7.7 MAJ always UAC-8
    A7.8 A7.8 MAJ always UAC-1 UAC-3
    A7.9 A7.9 MAJ always UAC-9
    A7.10 A7.10 MAJ always UAC-14
    A7.11 A7.11 MAJ always UAC-15
    A7.12 A7.12 MAJ always UAC-16
    A7.13 A7.13 MAJ always UAC-17
    A7.14 A7.14 INFO always UAC-7
    A7.15 A7.15 AF if UAC-7
    A7.16 A7.16 AF always UAC-7 UAC-11
    A7.17 A7.17 AF always UAC-7 UAC-11

    """

  private static let malware = """
    A8.1 A8.1 MAJ always MP-1
    A8.2 A8.2 MAJ if MP-3 MP-4 MP-5
    A8.3 A8.3 MAJ if MP-6
    A8.4 A8.4 MAJ if MP-7 MP-10
    A8.5 A8.5 MAJ if MP-8 MP-9
    """
}
