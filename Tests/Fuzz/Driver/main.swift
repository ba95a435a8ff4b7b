import FuzzTargets
import Glibc

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutableRawPointer,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

@_silgen_name("__lsan_disable")
func pauseLeakCheck()

@_silgen_name("__lsan_enable")
func resumeLeakCheck()

// What a target keeps for good is no leak, though the check cannot see it: Swift marks bits in the
// addresses of texts.
pauseLeakCheck()
Driver.target.read([])
resumeLeakCheck()

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runDriver(&count, &arguments, read))
