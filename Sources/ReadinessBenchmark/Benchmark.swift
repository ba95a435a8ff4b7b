import Glibc
import ReadinessAttestation
import ReadinessCore
import ReadinessXML

/// Times the parts that have a budget, in this process; `Scripts/benchmark` calls it.
@main
struct Benchmark {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      print("use: readiness-benchmark PACK.xml EndOfSupport.xml answers.json")
      exit(64)
    }
    guard let pack = file(arguments[1]), let dates = file(arguments[2]),
      let answers = file(arguments[3])
    else {
      print("readiness-benchmark: a file cannot be read")
      exit(1)
    }
    do {
      try run(pack: pack, dates: dates, answers: answers)
    } catch {
      print("readiness-benchmark: \(error)")
      exit(1)
    }
  }

  private static func run(pack: [UInt8], dates: [UInt8], answers: [UInt8]) throws {
    let load = try median(of: 21) {
      _ = try QuestionnaireReader.read(pack, sha256: Digest.sha256Hex(pack))
    }
    let check = try median(of: 21) { _ = try QuestionnaireChecks.check(pack, sha256: "") }
    let support = try median(of: 21) { _ = try SupportDataReader.read(dates, sha256: "") }
    let questionnaire = try QuestionnaireReader.read(pack, sha256: "")
    let assessor = Assessor(
      questionnaire: questionnaire,
      support: try SupportDataReader.read(dates, sha256: "")
    )
    var sheet = try AnswersFile.read(try JSONReader.read(answers), questionnaire)
    guard let day = CalendarDate(iso: "2026-11-23") else { return }
    var flip = false
    let recompute = median(of: 201) {
      flip.toggle()
      sheet.record(Answer(question: "A4.1", content: .value(.word(flip ? "yes" : "no"))))
      _ = assessor.assess(sheet, asOf: day)
    }
    print("load \(load)")
    print("check \(check)")
    print("support \(support)")
    print("recompute \(recompute)")
  }

  /// The median time of several runs, in microseconds.
  private static func median(of runs: Int, _ work: () throws -> Void) rethrows -> Int {
    var times: [Int] = []
    for _ in 0..<runs {
      let before = now()
      try work()
      times.append(now() - before)
    }
    return times.sorted()[runs / 2]
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }

  private static func file(_ path: String) -> [UInt8]? {
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
}
