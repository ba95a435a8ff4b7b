import TestSupport

/// Makes Lynis reports.
struct MadeLynis {
  var numbers: DeterministicNumbers

  init(seed: UInt64) { numbers = DeterministicNumbers(seed: seed) }

  /// A report; about one in four of a run that was stopped.
  mutating func report() -> String {
    var lines = [
      "# Lynis Report", "report_version_major=1", "report_version_minor=0",
      "report_datetime_start=2024-05-03 10:00:00", "lynis_version=3.0.8", "os=Linux",
      "os_name=Debian", "os_version=12", "hostname=host-a",
    ]
    for key in ["firewall_active", "malware_scanner_installed"] {
      lines.append("\(key)=\(Int.random(in: 0...1, using: &numbers))")
    }
    if Bool.random(using: &numbers) { lines.append("unattended_upgrade_option_available=0") }
    if Bool.random(using: &numbers) { lines.append("vulnerable_packages_found=1") }
    for _ in 0..<Int.random(in: 0...8, using: &numbers) {
      let number = Int.random(in: 0...9, using: &numbers)
      lines.append(
        [
          "vulnerable_package[]=libexample\(number)",
          "warning[]=PKGS-7392|Found one or more vulnerable packages.|-|-|",
          "warning[]=KRNL-5830|Reboot is most likely needed||text:reboot|",
          "suggestion[]=AUTH-928\(number)|Set  a password = age|-|-|",
          "exception_event[]=FILE-1|x|", "details[]=SSH-7408|sshd|desc:a;|", "",
        ][Int.random(in: 0..<7, using: &numbers)]
      )
    }
    if Int.random(in: 0..<4, using: &numbers) > 0 {
      lines += ["finish=true", "report_datetime_end=2024-05-03 10:01:00"]
    }
    let end = Bool.random(using: &numbers) ? "\n" : "\r\n"
    return lines.joined(separator: end) + end
  }
}
