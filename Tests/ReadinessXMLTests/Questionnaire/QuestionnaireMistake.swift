/// What is wrong in each file of `Fixtures/Questionnaires`: line, column and our own words.
///
/// The places were found by looking into the files, not by running the checks.
struct QuestionnaireMistake: CustomStringConvertible {
  /// The file's name without its ending.
  let description: String
  /// Each as `line:column: words`, in the file's order.
  let problems: [String]

  init(_ description: String, _ problems: String...) {
    self.description = description
    self.problems = problems
  }

  /// All that are found.
  static let all = identifiers + references + shapes + logic

  /// Identifiers that stand twice.
  static let identifiers = [
    QuestionnaireMistake(
      "duplicate-id",
      #"45:3: the question "people" stands twice"#
    ),
    QuestionnaireMistake(
      "duplicate-source",
      #"9:3: the source "S1" stands twice"#
    ),
    QuestionnaireMistake(
      "duplicate-theme",
      #"13:3: the theme "scope" stands twice"#
    ),
    QuestionnaireMistake(
      "duplicate-requirement",
      #"17:3: the requirement "R-1" stands twice"#
    ),
    QuestionnaireMistake(
      "duplicate-section",
      #"50:1: the section "first" stands twice"#
    ),
    QuestionnaireMistake(
      "duplicate-part",
      #"71:5: the part "number" stands twice"#
    ),
    QuestionnaireMistake(
      "duplicate-column",
      #"39:5: the column "product" stands twice"#
    ),
    QuestionnaireMistake(
      "duplicate-option",
      #"34:5: the option "small" stands twice"#
    ),
    QuestionnaireMistake(
      "duplicate-option-of-a-part",
      #"73:7: the option "iron" stands twice"#
    ),
    QuestionnaireMistake(
      "duplicate-option-of-a-column",
      #"42:7: the option "theirs" stands twice"#
    ),
    QuestionnaireMistake(
      "duplicate-contradiction",
      #"91:1: the contradiction "open-wall" stands twice"#
    ),
    QuestionnaireMistake(
      "two-were-the-same",
      #"36:3: another question too says that it was "old-kind""#
    ),
  ]

  /// Identifiers that nothing answers to, and tests in the wrong place.
  static let references = [
    QuestionnaireMistake(
      "unknown-question",
      #"59:11: there is no question "moat""#
    ),
    QuestionnaireMistake(
      "unknown-question-of-rows",
      #"82:69: there is no question "machines""#
    ),
    QuestionnaireMistake(
      "unknown-question-of-a-contradiction",
      #"91:1: there is no question "keepers""#
    ),
    QuestionnaireMistake(
      "unknown-question-lowered",
      #"87:1: there is no question "moat""#
    ),
    QuestionnaireMistake(
      "unknown-head-count",
      #"22:1: there is no question "persons""#
    ),
    QuestionnaireMistake(
      "unknown-requirement",
      #"67:3: there is no requirement "R-9""#
    ),
    QuestionnaireMistake(
      "unknown-source",
      #"67:3: there is no source "S9""#
    ),
    QuestionnaireMistake(
      "unknown-source-of-a-rule",
      #"54:5: there is no source "S9""#
    ),
    QuestionnaireMistake(
      "unknown-source-of-a-requirement",
      #"16:3: there is no source "S9""#
    ),
    QuestionnaireMistake(
      "unknown-theme",
      #"50:1: there is no theme "moats""#
    ),
    QuestionnaireMistake(
      "unknown-theme-of-a-requirement",
      #"17:3: there is no theme "moats""#
    ),
    QuestionnaireMistake(
      "unknown-part",
      #"70:56: guards has no part "bought""#
    ),
    QuestionnaireMistake(
      "unknown-option",
      #"46:11: kind has no option "huge""#
    ),
    QuestionnaireMistake(
      "unknown-option-of-yes-no",
      #"59:11: wall has no option "maybe""#
    ),
    QuestionnaireMistake(
      "unknown-option-of-a-part",
      #"93:36: guards has no option "gold""#
    ),
    QuestionnaireMistake(
      "unknown-column",
      #"82:92: devices has no column "holder""#
    ),
    QuestionnaireMistake(
      "unknown-option-of-a-cell",
      #"82:92: the column "owner" of devices has no option "nobodys""#
    ),
    QuestionnaireMistake(
      "unknown-outcome-of",
      #"59:11: there is no question "moat""#
    ),
    QuestionnaireMistake(
      "part-not-said",
      "93:36: guards has parts: say which one is meant"
    ),
    QuestionnaireMistake(
      "number-of-no-number",
      "93:78: kind is not a number"
    ),
    QuestionnaireMistake(
      "rows-of-no-table",
      "93:78: people is not a table"
    ),
    QuestionnaireMistake(
      "unsupported-row-without-a-version",
      #"54:78: devices has no column with the role "version""#
    ),
    QuestionnaireMistake(
      "cell-outside-a-row",
      "82:69: a test on a cell must stand within some-row, every-row or matching-row"
    ),
    QuestionnaireMistake(
      "matching-row-outside-a-row",
      "82:69: this must stand within some-row or every-row"
    ),
    QuestionnaireMistake(
      "unknown-column-to-match",
      #"82:92: devices has no column "name""#
    ),
  ]
}
