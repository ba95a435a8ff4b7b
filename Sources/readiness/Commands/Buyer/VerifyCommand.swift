import ArgumentParser
import ReadinessAttestation
import ReadinessCore
import ReadinessDesk
import ReadinessRegister
import ReadinessSeal

/// Checks files from others.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a supplier's file: who signed it, is it intact, can it be trusted.",
    discussion: """
      Examples:
        readiness verify FILE.asice                        intact? who signed it?
        readiness verify FILE.asice --trust supplier.pem   by the key that I know?
        readiness verify inbox/ --trust trust/ --format json
        readiness verify FILE.asice --trust supplier.pem --assessors assessor.pem
        readiness verify bid.asice --trust supplier.pem --tender ocds-h6vhtk-06d396
        readiness verify bid.asice --trust supplier.pem --award 2026-12-20 \\
          --contract-start 2027-01-15 --policy Support/Policies/ppn-014-ce.xml

      --trust takes a certificate, a list of fingerprints, or a folder of both and of
      revocation lists (readiness trust keeps one). A line of a list:
        FINGERPRINT; GB-COH 01234567; who confirmed it, and how; 2026-11-22
      A bare fingerprint proves the key, not the firm. Nothing is taken from the
      system's store.

      Counter-signers are listed apart. "Independently tested" counts only where
      --assessors names the one who says so.

      Under a programme's root certificate, give the programme's revocation lists
      (CRLs):
        readiness verify inbox/ --trust programme-root.pem --crl programme-crls.pem
      Without a current list of each of its authorities the answer is undecided.
      --revocation says what is asked: require, if-present or off. A firm whose own
      certificate you trust is withdrawn by taking it out of the trust file.

      --tsa-trust says whose time-stamps count. A stamped signature is judged as of
      the stamp; the time of any other stamp is ignored, with a remark.

      "valid" says that the file holds; the firm's own verdict stands beside it.

      A withdrawal counts for the statements given together with it. A statement that
      is checked alone cannot tell whether it was withdrawn.

      With --tender or --challenge, a file that was made for another bid, or for
      none, does not meet the demand. Disclosed answers are judged again here;
      answers that are not disclosed stay unknown.

      --policy judges what was verified, with every reason; readiness policy show
      explains one. Look-ups in the public certificate search count only where you
      made them (--look-up).

      --register asks your register about each file: a statement that is older than
      one you have seen is rejected. Then it adds the files that hold:
        readiness verify inbox/ --trust trust/ --register suppliers.sqlite

      --seal writes a signed record of the run, and beside it the results that you
      keep; readiness prove shows one of them without the others:
        readiness verify inbox/ --trust trust/ --seal run.asice --key my-signing

      Exit codes: 0 valid, or meets the policy; 2 does not meet it, or not for this
      bid; 3 undecided; 4 rejected; 1 unreadable; the worst of many files counts.
      """
  )

  @Argument(help: "Files, or folders with .asice files.")
  var paths: [String]

  @Option(help: "A certificate, a list of fingerprints, a fingerprint, or a folder (repeatable).")
  var trust: [String] = []

  @Option(help: "Whom you believe as assessors; as --trust (repeatable).")
  var assessors: [String] = []

  @Option(help: "The notice that the file must be made for.")
  var tender: String?

  @Option(help: "The words or number that you asked the firm to repeat.")
  var challenge: String?

  @Option(help: "Whose time-stamps count: certificates, or folders of them (repeatable).")
  var tsaTrust: [String] = []

  @Option(help: "A programme's revocation lists: a file or a folder (repeatable).")
  var crl: [String] = []

  @Option(
    help: "require, if-present or off; without it, require under a programme.",
    transform: Self.mode
  )
  var revocation: RevocationMode?

  @Option(help: "Judge as of this time, as 2026-11-22T09:00:00Z.")
  var at: String?

  @OptionGroup(title: "By a policy")
  var demands: PolicyOptions

  @Option(help: "Your list of suppliers: a .csv with a column called identifier.")
  var suppliers: String?

  @Option(help: "Your register: asked about each file, then added to.")
  var register: String?

  @OptionGroup(title: "A signed record of the run")
  var sealing: SealOptions

  @Option(help: "How many files are judged at once; without it, one for each core.")
  var threads: Int?

  @Option(help: "text, json, ndjson, csv, junit or html.", transform: Self.form)
  var format = DeskOutput.Form.text

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads is a number from 1 to 256")
    }
  }

  func run() throws {
    var verifier = Verifier(
      trust: try TrustFiles.read(trust),
      now: try moment(),
      revocation: RevocationRules(
        mode: revocation,
        lists: try RevocationFiles.read(crl, besides: trust)
      )
    )
    verifier.assessors = try TrustFiles.read(assessors)
    verifier.timeStampTrust = try TimeStampFiles.trust(tsaTrust)
    verifier.bid = BidDemand(notice: tender, challenge: challenge)
    verifier.questionSet = { Packs.atHand(sha256: $0) }
    let desk = try demands.desk(notice: tender, challenge: challenge, at: verifier.now)
    let seal = try sealing.open(
      trust: trust,
      assessors: assessors,
      crl: crl,
      tsaTrust: tsaTrust,
      revocation: revocation
    )
    let list = try suppliers.map { try Self.supplierList($0) }
    let inbox = try Inbox(paths)
    let known = try register.map {
      try RegisterDesk(
        path: $0,
        paths: inbox.paths,
        policy: desk?.policySHA256,
        trust: TrustFiles.digest(trust, assessors: assessors, crl: crl, tsaTrust: tsaTrust)
      )
    }
    let output = DeskOutput(
      form: format,
      total: inbox.paths.count,
      list: list,
      policy: desk?.policy,
      now: verifier.now
    )
    DeskVerification(
      verifier: verifier,
      policy: desk,
      list: list,
      threads: threads ?? Parallel.cores,
      register: known
    ).run(inbox.paths, telling: output.told) { number, file, told in
      output.add(number, told)
      known?.take(file)
    }
    let status = output.end()
    if let known { Console.note(RegisterWords.added(try known.add(), to: known.register.path)) }
    if let seal {
      try seal.write(
        output.findings,
        judgedAt: verifier.now,
        policySHA256: desk?.policySHA256,
        asked: SealAsked(
          award: demands.award,
          contractStart: demands.contractStart,
          notice: tender,
          challenge: challenge,
          suppliersSHA256: list?.sha256,
          details: demands.details
        )
      )
    }
    if status != .yes { throw status }
  }

  static func supplierList(_ path: String) throws(Failure) -> SupplierList {
    let bytes = try Files.read(path)
    do throws(SupplierList.Problem) {
      let list = try SupplierList(csv: bytes)
      if !list.ignored.isEmpty {
        Console.note("\(path): not used: \(list.ignored.joined(separator: ", "))")
      }
      return list
    } catch {
      throw Failure(
        "\(path), \(error)",
        hint: "the first row names the columns: identifier, name, tier, reference, award, "
          + "contract_start"
      )
    }
  }

  private static func form(_ text: String) throws -> DeskOutput.Form {
    guard let form = DeskOutput.Form(rawValue: text) else {
      throw ValidationError("\"\(text)\" is not text, json, ndjson, csv, junit or html")
    }
    return form
  }

  private static func mode(_ text: String) throws -> RevocationMode {
    guard let mode = RevocationMode(rawValue: text) else {
      throw ValidationError("\"\(text)\" is not require, if-present or off")
    }
    return mode
  }

  private func moment() throws(Failure) -> Instant {
    guard let at else { return try Clock.now() }
    if let instant = Instant(iso: at) { return instant }
    if let day = CalendarDate(iso: at) { return Instant(startOf: day) }
    throw Failure(
      "\"\(at)\" is not a time",
      status: .usage,
      hint: "write it as 2026-11-22T09:00:00Z"
    )
  }
}
