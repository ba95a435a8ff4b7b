import Glibc
import ReadinessEvidence

/// Makes large scan reports, and reads them as the program does.
enum ScanBenchmark {
  /// `nessus-make FILE MEGABYTES`: writes a `.nessus` file of that size.
  static func make(_ arguments: [String]) throws {
    guard arguments.count == 2, let megabytes = Int(arguments[1]), megabytes > 0,
      let stream = fopen(arguments[0], "wb")
    else { throw UsageError.use("nessus-make FILE MEGABYTES") }
    var file = BigNessusFile(stream)
    file.write(bytes: megabytes * 1_000_000)
    guard fclose(stream) == 0 else { throw UsageError.use("nessus-make on a disk with room") }
  }

  /// `nessus-read FILE`: bytes, findings, and the most memory of this process in KiB.
  static func read(_ arguments: [String]) throws {
    guard arguments.count == 1, let stream = fopen(arguments[0], "rb") else {
      throw UsageError.use("nessus-read FILE")
    }
    defer { fclose(stream) }
    var total = 0
    let report = try ScanImport.read(phrases: .none) {
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        count = fread(buffer.baseAddress, 1, buffer.count, stream)
      }
      total += chunk.count
      return chunk.isEmpty ? nil : chunk
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("bytes \(total)")
    print("findings \(report.findings.count)")
    print("problems \(report.problems.count)")
    print("devices \(report.devices.count)")
    print("memory \(usage.ru_maxrss)")
  }
}
