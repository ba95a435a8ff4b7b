import TestSupport

/// What stands in the search path of a transcript's commands: the program, and an `openssl` that
/// reads the transcript's clock.
struct TranscriptTools {
  private let folder: RunningFolder
  private let tools: RunningFolder

  /// Takes the place of the C library's clocks.
  private static let clock = """
    #include <stdlib.h>
    #include <sys/time.h>
    #include <time.h>
    static time_t fixed(void) { return atoll(getenv("TRANSCRIPT_CLOCK")); }
    time_t time(time_t *t) { if (t) *t = fixed(); return fixed(); }
    int gettimeofday(struct timeval *restrict v, void *restrict z) {
      (void)z; v->tv_sec = fixed(); v->tv_usec = 0; return 0;
    }
    """

  init(_ folder: RunningFolder) throws {
    self.folder = folder
    tools = try RunningFolder()
    try tools.write(Self.clock.utf8, as: "clock.c")
    try RunningProcess(
      ["sh", "-c", "cc -shared -fPIC -w -o clock.so clock.c && ln -s \"$1\" readiness", "sh"]
        + [RunningProgram.path],
      in: tools.path
    ).succeed()
    let openssl = """
      #!/bin/sh
      TRANSCRIPT_CLOCK=$(date -u -d "$READINESS_NOW" +%s) LD_PRELOAD=\(tools.path)/clock.so \\
        exec /usr/bin/openssl "$@"

      """
    try tools.write(openssl.utf8, as: "openssl")
    try RunningProcess(["chmod", "755", "openssl"], in: tools.path).succeed()
  }

  /// A command of a transcript; `$EXAMPLE`, `$REPOSITORY` and `$SECONDS_NOW` are known to it.
  func process(_ command: String, _ clock: String) throws -> RunningProcess {
    var process = RunningProcess(
      ["sh", "-c", command],
      in: folder.path,
      environment: RunningProgram.environment([
        "READINESS_NOW": clock, "PATH": "\(tools.path):/usr/local/bin:/usr/bin:/bin",
        "REPOSITORY": Repository.root, "EXAMPLE": Repository.path("Evidence/Example"),
      ])
    )
    process.deadline = 120
    return process
  }
}
