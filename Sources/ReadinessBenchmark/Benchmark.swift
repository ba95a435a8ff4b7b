import Glibc
import ReadinessAttestation
import ReadinessCore
import ReadinessXML

/// Times the parts that have a budget, in this process; `Scripts/benchmark` calls it.
@main
struct Benchmark {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count > 1, let part = parts[arguments[1]] {
      do {
        return try part(Array(arguments.dropFirst(2)))
      } catch {
        print("readiness-benchmark: \(error)")
        exit(1)
      }
    }
    guard arguments.count == 4 else {
      print("use: readiness-benchmark PACK.xml EndOfSupport.xml answers.json")
      exit(64)
    }
    guard let pack = InputFile.bytes(arguments[1]), let dates = InputFile.bytes(arguments[2]),
      let answers = InputFile.bytes(arguments[3])
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

  private static let parts: [String: @Sendable ([String]) throws -> Void] = [
    "desk-make": DeskBenchmark.make, "desk-time": DeskBenchmark.time,
    "nessus-make": ScanBenchmark.make, "nessus-read": ScanBenchmark.read,
    "register-add": RegisterBenchmark.add,
  ]

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
      let before = Stopwatch.microseconds()
      try work()
      times.append(Stopwatch.microseconds() - before)
    }
    return times.sorted()[runs / 2]
  }
}
