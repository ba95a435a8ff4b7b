/// The elements of an Nmap file that are read.
enum NmapElement: String, XMLName {
  case file = "nmaprun"
  case host
  case ports
  case port
  case os
  case match = "osmatch"
  case runStatistics = "runstats"

  case status
  case address
  case hostnames
  case hostname
  case state
  case service
  case cpe
  case finished
  case hosts
}

/// The attributes of an Nmap file that are read.
enum NmapAttribute: String, XMLName {
  case scanner
  case version
  case formatVersion = "xmloutputversion"
  case start
  case startTime = "starttime"
  case time
  case exit
  case state
  case address = "addr"
  case addressType = "addrtype"
  case name
  case number = "portid"
  case transport = "protocol"
  case product
  case tunnel
  case method
  case accuracy
  case up
}

extension XMLVocabulary where Element == NmapElement, Attribute == NmapAttribute {
  /// What is read of an Nmap file.
  static let nmap = XMLVocabulary(
    roots: [.file],
    role: { element in
      switch element {
      case .file, .host, .ports, .port, .os, .runStatistics, .hostnames, .service: .container
      case .cpe: .leaf(most: 512)
      default: .leaf(most: 0)
      }
    },
    skipped: knownElements,
    longestAttribute: 800,
    doctype: "nmaprun"
  )

  /// Elements that are known and say nothing that is needed; `hosthint` is no result.
  private static let knownElements = [
    "hosthint", "scaninfo", "verbose", "debugging", "target", "taskbegin", "taskprogress",
    "taskend", "extraports", "script", "prescript", "postscript", "hostscript", "distance",
    "uptime", "tcpsequence", "ipidsequence", "tcptssequence", "trace", "times", "smurf",
    "portused", "osclass", "osfingerprint", "output", "owner",
  ]
}
