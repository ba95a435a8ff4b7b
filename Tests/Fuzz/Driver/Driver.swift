import FuzzTargets
import Glibc

/// Hands what libFuzzer makes up to one target, which `READINESS_FUZZ_TARGET` names.
enum Driver {
  static let target: FuzzTarget = {
    let name = getenv("READINESS_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let text = "fuzz: READINESS_FUZZ_TARGET names no target: \"\(name)\"\n"
      write(STDERR_FILENO, text, text.utf8.count)
      exit(64)
    }
    return target
  }()
}

/// Reads one input; what libFuzzer calls.
func read(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  Driver.target.read(Array(UnsafeBufferPointer(start: bytes, count: size)))
  return 0
}
