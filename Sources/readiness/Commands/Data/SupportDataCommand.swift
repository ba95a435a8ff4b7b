import ArgumentParser
import Glibc
import ReadinessAttestation
import ReadinessCore
import ReadinessXML

/// The data that says until when makers support what.
struct SupportDataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "support-data",
    abstract: "See how old the end-of-support dates are, or bring a newer file.",
    discussion: """
      Examples:
        readiness support-data show
        readiness support-data replace NEWER.xml --for my-firm
      """,
    subcommands: [Show.self, Replace.self]
  )

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the data's age, its sources, and the products in it.",
      discussion: """
        Examples:
          readiness support-data show
          readiness support-data show --for my-firm
          readiness support-data show --product "Microsoft Windows"
        """
    )

    @Option(name: .customLong("for"), help: "As used for this firm's folder.")
    var folder: String?

    @Option(help: "One product with all its dates.")
    var product: String?

    @Option(help: "Count as of this day, as 2026-11-22.")
    var asOf: String?

    func run() throws {
      let day = try Clock.day(asOf)
      let (file, data) = try Packs.supportFile(for: folder)
      if let product { return try show(product, data, day) }
      let age = data.asOf.days(to: day)
      add("File", file)
      add("Version", data.version)
      add("Dates as of", "\(data.asOf.inWords), \(age) day\(age == 1 ? "" : "s") ago")
      if let updated = data.updated { add("Last changed by hand", updated.inWords) }
      for source in data.sources { add("Source", source) }
      line("SHA-256", data.sha256, at: 9)
      let rows = data.products.reduce(0) { $0 + $1.releases.count }
      add("Counts", "\(data.products.count) products, \(rows) versions")
      Console.print()
      Console.print("As of \(day.inWords), without paid extensions:")
      for product in data.products {
        let counts = product.counts(on: day)
        let parts = SupportJudgement.Status.allCases.compactMap { status in
          counts[status].map { "\($0) \(status.rawValue)" }
        }
        let rest = product.otherwise == nil ? [] : ["others: check with vendor"]
        line("  " + product.name, (parts + rest).joined(separator: ", "), at: 36)
      }
    }

    private func show(_ name: String, _ data: SupportData, _ day: CalendarDate) throws(Failure) {
      let wanted = name.lowercased()
      guard
        let product = data.products.first(where: { product in
          ([product.id, product.name] + product.also).contains { $0.lowercased() == wanted }
        })
      else {
        throw Failure(
          "the data lists no product \"\(TextLayout.harmless(name))\"",
          hint: "readiness support-data show lists them"
        )
      }
      Console.print(product.name)
      for release in product.releases {
        var text = release.status(on: day).rawValue
        if let ends = release.ends { text += ", last day \(ends)" }
        if let extended = release.extendedUntil {
          text += ", \(release.extendedName ?? "extended updates") to \(extended)"
        }
        let editions =
          release.editions.isEmpty ? "" : " (\(release.editions.joined(separator: " ")))"
        line("  " + release.version + editions, text, at: 36)
      }
      if let otherwise = product.otherwise { line("  others", otherwise.note, at: 36) }
    }

    private func add(_ title: String, _ text: String) { line(title, text, at: 22) }

    private func line(_ title: String, _ text: String, at column: Int) {
      let harmless = TextLayout.harmless(title)
      let first =
        TextLayout.width(harmless) < column - 1
        ? TextLayout.pad(harmless, to: column) : harmless + "  "
      let rest = String(repeating: " ", count: column)
      for line in TextLayout.wrap(
        TextLayout.harmless(text),
        width: Console.width,
        first: first,
        rest: rest
      ) {
        Console.print(line)
      }
    }
  }

  struct Replace: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring a newer file of end-of-support dates, and say what changes.",
      discussion: """
        Examples:
          readiness support-data replace NEWER.xml --for my-firm --dry-run
          readiness support-data replace NEWER.xml --for my-firm
          readiness support-data replace NEWER.xml --everywhere

        --for keeps it in the firm's folder, as support-data.xml, and only that
        firm's commands use it; take the file away to go back. --everywhere replaces
        the program's own file. The file must fit Support/end-of-support.xsd and
        must not be older than what is used.
        """
    )

    @Argument(help: "The newer file.")
    var file: String

    @Option(name: .customLong("for"), help: "The firm's folder to keep it in.")
    var folder: String?

    @Flag(help: "Replace the file that comes with the program, for all firms.")
    var everywhere = false

    @Flag(help: "Only say what would change.")
    var dryRun = false

    func run() throws {
      guard (folder != nil) != everywhere else {
        throw Failure(
          folder == nil ? "it is not said for whom" : "--for and --everywhere exclude each other",
          status: .usage,
          hint: "use --for my-firm for one firm, or --everywhere for all on this machine"
        )
      }
      let workspace = try folder.map { try Workspace.locked($0) }
      let (used, old) = try Packs.supportFile(for: folder)
      let bytes = try Files.read(file, limit: 16 << 20)
      let new = try Packs.supportData(bytes, file)
      guard !new.isOlder(than: old) else {
        throw Failure(
          "\(file) is of \(new.asOf), older than \(used), which is of \(old.asOf)",
          hint: "bring a newer file; nothing was changed"
        )
      }
      let changes = SupportDataChanges(from: old, to: new)
      for change in changes.changes { Console.print(TextLayout.harmless(change.inWords)) }
      Console.print(
        "\(changes[.added]) added, \(changes[.removed]) removed, \(changes[.moved]) dates moved, "
          + "\(changes[.judged]) judged another way; of \(old.asOf) before, of \(new.asOf) now"
      )
      let target = try workspace?.supportDataFile ?? DataLocations.supportData()
      if dryRun {
        Console.note("nothing was changed (--dry-run); it would be kept as \(target)")
        return
      }
      if old.sha256 == new.sha256 {
        Console.note("\(used) is the same file already; nothing was changed")
        return
      }
      try Files.write(bytes, to: target, mode: workspace == nil ? 0o644 : 0o600)
      Console.note("kept as \(target)")
    }
  }
}
