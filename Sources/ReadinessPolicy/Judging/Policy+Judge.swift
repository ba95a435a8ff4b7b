public import ReadinessAttestation
public import ReadinessCore

extension Policy {
  /// What the policy makes of a verified file, with every reason.
  ///
  /// Nothing is parsed; the cost is a few comparisons for each clause.
  ///
  /// - Parameters:
  ///   - verified: the file's statement; only the verifier makes one.
  ///   - circumstances: what the buyer knows beside it.
  /// - Returns: "does not meet" where any clause is not met, else "undecided" where anything is not
  ///   known, else "meets".
  public func judge(
    _ verified: VerifiedAttestation,
    in circumstances: Circumstances
  ) -> PolicyJudgement {
    judge(ShownFile(verified), in: circumstances)
  }

  /// What the policy makes of a verified file, for a supplier of that tier and a contract of those
  /// days.
  ///
  /// - Parameters:
  ///   - verified: the file's statement; only the verifier makes one.
  ///   - tier: the supplier's tier, where the policy tells tiers apart.
  ///   - award: the day of contract award.
  ///   - contractStart: the day on which the contract starts.
  ///   - instant: as of when to judge.
  public func judge(
    _ verified: VerifiedAttestation,
    tier: String? = nil,
    award: CalendarDate? = nil,
    contractStart: CalendarDate? = nil,
    at instant: Instant
  ) -> PolicyJudgement {
    judge(
      verified,
      in: Circumstances(tier: tier, award: award, contractStart: contractStart, at: instant)
    )
  }

  func judge(_ file: ShownFile, in circumstances: Circumstances) -> PolicyJudgement {
    var notes = JudgementNotes()
    judgeWhole(file, circumstances, &notes)
    let tier = tier(in: circumstances)
    if tier == nil, clauses.contains(where: { $0.tiers != nil }) {
      let what = circumstances.tier.map { "the policy has no tier \($0)" } ?? "no tier was given"
      notes.doubt(.tierNotKnown, "\(what), and some clauses are for certain tiers only")
    }
    var findings: [PolicyJudgement.Finding] = []
    findings.reserveCapacity(clauses.count)
    for clause in clauses {
      var result = PolicyJudgement.Result.notForTier
      if clause.tiers == nil || tier.map({ clause.tiers?.contains($0) ?? true }) ?? false {
        var own = JudgementNotes(clause: clause.id)
        clause.demand.judge(file, circumstances, &own)
        result = own.result
        if result == .notMet || result == .undecided {
          result = exempt(clause, file, circumstances, &own) ?? result
        }
        notes.take(own)
      }
      findings.append(PolicyJudgement.Finding(clause: clause.id, result: result))
    }
    return PolicyJudgement(
      decision: notes.decision,
      reasons: notes.reasons,
      remarks: notes.remarks,
      clauses: findings
    )
  }

  /// What holds for every policy.
  private func judgeWhole(
    _ file: ShownFile,
    _ circumstances: Circumstances,
    _ notes: inout JudgementNotes
  ) {
    let today = circumstances.at.day
    if today < issued || until.map({ today > $0 }) ?? false {
      let span = "from \(issued)" + (until.map { " to \($0)" } ?? " on")
      notes.doubt(.policyNotInForce, "the policy holds \(span), and today is \(today)")
    }
    if file.statement.verdict == .incomplete {
      notes.doubt(
        .incomplete,
        "the firm's answers are incomplete: questions open: \(file.statement.counts.open)"
      )
    }
  }

  /// The tier whose clauses apply; `nil` where none is known.
  func tier(in circumstances: Circumstances) -> String? {
    guard let given = circumstances.tier else { return tiers.first(where: \.isDefault)?.id }
    return tiers.contains { $0.id == given } ? given : nil
  }

  /// Whether the supplier is exempt from the clause; only by entries that are confirmed to be its own.
  private func exempt(
    _ clause: Clause,
    _ file: ShownFile,
    _ circumstances: Circumstances,
    _ notes: inout JudgementNotes
  ) -> PolicyJudgement.Result? {
    for exemption in exemptions where exemption.clause == clause.id {
      guard exemption.suppliers.contains(where: file.confirmed.contains) else { continue }
      guard circumstances.at.day <= exemption.until else {
        notes.remark(
          .exemptionEnded,
          "the exemption \(exemption.id) by \(exemption.owner) ended on \(exemption.until)"
        )
        continue
      }
      notes.lift(
        .exempt,
        "exempt until \(exemption.until) by \(exemption.owner): \(exemption.reason)"
      )
      return .exempt
    }
    return nil
  }
}

/// What has been found against a file so far, and what it comes to.
struct JudgementNotes {
  let clause: String?
  private(set) var reasons: [PolicyReason] = []
  private(set) var remarks: [PolicyReason] = []
  private var fails = false
  private var doubts = false

  init(clause: String? = nil) { self.clause = clause }

  /// Something demanded is not there.
  mutating func fail(_ code: PolicyReason.Code, _ text: String) {
    fails = true
    reasons.append(PolicyReason(clause, code, text))
  }

  /// Something that is needed to decide is missing.
  mutating func doubt(_ code: PolicyReason.Code, _ text: String) {
    doubts = true
    reasons.append(PolicyReason(clause, code, text))
  }

  mutating func remark(_ code: PolicyReason.Code, _ text: String) {
    remarks.append(PolicyReason(clause, code, text))
  }

  /// What was found no longer counts, and is told as remarks.
  mutating func lift(_ code: PolicyReason.Code, _ text: String) {
    remarks += [PolicyReason(clause, code, text)] + reasons
    reasons = []
    fails = false
    doubts = false
  }

  mutating func take(_ other: JudgementNotes) {
    reasons += other.reasons
    remarks += other.remarks
    fails = fails || other.fails
    doubts = doubts || other.doubts
  }

  var result: PolicyJudgement.Result { fails ? .notMet : doubts ? .undecided : .met }

  var decision: Decision { fails ? .doesNotMeetPolicy : doubts ? .undecided : .meetsPolicy }
}
