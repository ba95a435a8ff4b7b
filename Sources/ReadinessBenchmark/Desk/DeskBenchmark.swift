import Glibc
import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import ReadinessXML

/// Makes the desk of a prime's analyst, and times what is done at it.
enum DeskBenchmark {
  /// `desk-make PACK SUPPORT ANSWERS FOLDER COUNT [mixed]`: writes so many suppliers' files into
  /// `inbox`, beside them `root.pem`, `crls.pem` and `expected.csv`; with `mixed`, one file in ten is
  /// not what the analyst wants.
  static func make(_ arguments: [String]) throws {
    guard (5...6).contains(arguments.count), let pack = InputFile.bytes(arguments[0]),
      let support = InputFile.bytes(arguments[1]), let json = InputFile.bytes(arguments[2]),
      let count = Int(arguments[4])
    else { throw UsageError.use("desk-make PACK SUPPORT ANSWERS FOLDER COUNT [mixed]") }
    let isMixed = arguments.count == 6
    let questionnaire = try QuestionnaireReader.read(pack, sha256: Digest.sha256Hex(pack))
    let assessor = Assessor(
      questionnaire: questionnaire,
      support: try SupportDataReader.read(support, sha256: Digest.sha256Hex(support))
    )
    let sheet = try AnswersFile.read(try JSONReader.read(json), questionnaire)
    var fixture = try DeskFixture(assessor: assessor, sheet: sheet)
    let folder = arguments[3]
    mkdir(folder, 0o755)
    mkdir("\(folder)/inbox", 0o755)
    var expected = "file,decision\n"
    for number in 1...max(1, count) {
      let name = String(repeating: "0", count: max(0, 6 - "\(number)".count)) + "\(number)"
      let (bytes, decision) =
        isMixed ? try fixture.mixed(number) : (try fixture.file(number), "valid")
      try InputFile.write(bytes, to: "\(folder)/inbox/\(name).asice")
      expected += "\(name).asice,\(decision)\n"
    }
    try InputFile.write(Array(expected.utf8), to: "\(folder)/expected.csv")
    try InputFile.write(fixture.root.pem, to: "\(folder)/root.pem")
    try InputFile.write(try fixture.lists().flatMap(\.pem), to: "\(folder)/crls.pem")
  }

  /// `desk-time FOLDER COUNT POLICY`: microseconds a file in this process, on one thread: of the
  /// steps to revocation, and of the whole judgement with the policy's.
  static func time(_ arguments: [String]) throws {
    guard arguments.count == 3, let count = Int(arguments[1]),
      let root = InputFile.bytes("\(arguments[0])/root.pem"),
      let lists = InputFile.bytes("\(arguments[0])/crls.pem"),
      let policyXML = InputFile.bytes(arguments[2])
    else { throw UsageError.use("desk-time FOLDER COUNT POLICY") }
    let policy = try PolicyReader.read(policyXML)
    let day = DeskFixture.signed.day
    let verifier = Verifier(
      trust: try TrustStore(lines: [], certificates: try Certificate.read(root)),
      now: DeskFixture.signed.adding(seconds: 3_600),
      revocation: RevocationRules(mode: .require, lists: try RevocationList.read(lists))
    )
    let files = (1...max(1, count)).compactMap { number in
      let name = String(repeating: "0", count: max(0, 6 - "\(number)".count)) + "\(number)"
      return InputFile.bytes("\(arguments[0])/inbox/\(name).asice")
    }
    for file in files.prefix(3) {
      let found = verifier.verify(file)
      guard found.decision == .valid else { throw UsageError.use("\(found.reasons)") }
    }
    let before = Stopwatch.microseconds()
    for file in files { _ = verifier.signaturesHold(file) }
    let between = Stopwatch.microseconds()
    for file in files {
      let circumstances = Circumstances(award: day, contractStart: day, at: verifier.now)
      _ = JudgedFile(verifier.verify(file), policy: policy, in: circumstances).decision
    }
    let after = Stopwatch.microseconds()
    print("signatures \(Double(between - before) / Double(files.count))")
    print("whole \(Double(after - between) / Double(files.count))")
  }
}

/// How the program is called.
enum UsageError: Error {
  case use(String)
}

/// Files as the benchmarks read and write them.
enum InputFile {
  static func bytes(_ path: String) -> [UInt8]? {
    guard let stream = fopen(path, "rb") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let stream = fopen(path, "wb") else { throw UsageError.use("cannot write \(path)") }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw UsageError.use("cannot write \(path)")
    }
  }
}

/// The clock that does not jump.
enum Stopwatch {
  static func microseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }
}
