/// Mistakes in what questions are and in what follows from them.
extension QuestionnaireMistake {
  /// Questions that lack something.
  static let shapes = [
    QuestionnaireMistake(
      "free-text-with-a-mark",
      "45:3: notes bears a mark but is free text, which proves nothing: ask it in parts"
    ),
    QuestionnaireMistake(
      "marked-without-remedy",
      "52:3: wall bears a mark but has no remedy"
    ),
    QuestionnaireMistake(
      "marked-without-mapping",
      "52:3: wall bears a mark but maps to no requirement"
    ),
    QuestionnaireMistake(
      "marked-without-evidence",
      "52:3: wall bears a mark but names no evidence"
    ),
    QuestionnaireMistake(
      "several-remedies-without-ids",
      "58:3: gate has several remedies: each needs an id"
    ),
    QuestionnaireMistake(
      "carried-from-nowhere",
      "28:3: people carries an old answer over but does not say from where"
    ),
    QuestionnaireMistake(
      "choice-without-options",
      "78:3: weapons is a choice without options"
    ),
    QuestionnaireMistake(
      "options-without-a-choice",
      "28:3: people has options but is no choice"
    ),
    QuestionnaireMistake(
      "parts-without-parts",
      "45:3: notes has no parts"
    ),
    QuestionnaireMistake(
      "parts-of-another-type",
      "28:3: people has parts but another type"
    ),
    QuestionnaireMistake(
      "table-without-columns",
      "45:3: notes has no columns"
    ),
    QuestionnaireMistake(
      "columns-of-no-table",
      "28:3: people has columns but is no table"
    ),
    QuestionnaireMistake(
      "good-of-a-choice",
      #"78:3: weapons has "good" but is not yes-no"#
    ),
    QuestionnaireMistake(
      "marked-table-without-rules",
      "36:3: devices is a marked table without rules"
    ),
    QuestionnaireMistake(
      "part-without-options",
      #"67:3: guards: the part "armour" is a choice without options"#
    ),
    QuestionnaireMistake(
      "parts-that-decide-nothing",
      "67:3: guards bears a mark but none of its needed parts decides anything"
    ),
  ]

  /// Circles, what can never hold, requirements that nobody serves, and several at once.
  static let logic = [
    QuestionnaireMistake(
      "requirement-not-served",
      #"18:3: no question serves R-3: map one to it, or say why in "not-asked""#
    ),
    QuestionnaireMistake(
      "requirement-served-and-not-asked",
      "17:3: R-2 says that no question asks for it, but one does"
    ),
    QuestionnaireMistake(
      "cycle",
      "52:3: the conditions go in a circle: asking wall needs asking gate needs asking wall"
    ),
    QuestionnaireMistake(
      "cycle-of-one",
      "58:3: the conditions go in a circle: asking gate needs asking gate"
    ),
    QuestionnaireMistake(
      "cycle-of-outcomes",
      "52:3: the conditions go in a circle: judging wall needs judging guards needs judging wall"
    ),
    QuestionnaireMistake(
      "outcome-of-itself",
      "58:3: the conditions go in a circle: judging gate needs judging gate"
    ),
    QuestionnaireMistake(
      "unreachable",
      "45:3: nobody is ever asked notes: its condition cannot hold"
    ),
    QuestionnaireMistake(
      "unreachable-behind-another",
      "28:3: nobody is ever asked people: its condition cannot hold"
    ),
    QuestionnaireMistake(
      "unreachable-by-number",
      "45:3: nobody is ever asked notes: its condition cannot hold"
    ),
    QuestionnaireMistake(
      "unreachable-by-choices",
      "45:3: nobody is ever asked notes: its condition cannot hold"
    ),
    QuestionnaireMistake(
      "unreachable-part",
      #"67:3: nobody is ever asked the part "number" of guards"#
    ),
    QuestionnaireMistake(
      "rule-that-never-holds",
      "63:5: this rule of gate can never hold"
    ),
    QuestionnaireMistake(
      "contradictory-rules",
      "62:5: two rules of gate contradict each other: both can hold, one gives met, the other adverse"
    ),
    QuestionnaireMistake(
      "contradiction-that-never-holds",
      #"87:1: the contradiction "open-wall" can never hold"#
    ),
    QuestionnaireMistake(
      "answer-without-worth",
      #"58:3: no rule of gate says what "yes" is worth"#
    ),
    QuestionnaireMistake(
      "several-mistakes",
      #"13:3: the theme "scope" stands twice"#,
      #"16:3: there is no theme "walls""#,
      #"17:3: there is no theme "walls""#,
      #"18:3: no question serves R-3: map one to it, or say why in "not-asked""#,
      #"34:5: the option "small" stands twice"#,
      #"46:11: kind has no option "large""#,
      #"50:1: there is no theme "walls""#,
      "52:3: wall bears a mark but has no remedy",
      #"92:78: there is no question "persons""#
    ),
  ]
}
