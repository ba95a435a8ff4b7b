import ArgumentParser
import ReadinessCore
import ReadinessRegister

extension RegisterCommand {
  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what it comes to: counts, what to look at, requirements by supplier.",
      discussion: """
        Examples:
          readiness register report suppliers.sqlite
          readiness register report suppliers.sqlite --format html >register.html
        """
    )

    enum Form: String, ExpressibleByArgument, CaseIterable {
      case text
      case html
    }

    @Argument(help: "The register.")
    var register: String

    @Option(help: "text or html.")
    var format = Form.text

    func run() throws {
      let register = try RegisterFile.open(self.register)
      let report: RegisterReport
      do {
        report = try register.report(namesSuppliers: format == .html)
      } catch {
        throw Failure(error)
      }
      switch format {
      case .text: Console.write(RegisterText.report(report, width: Console.width))
      case .html:
        let made = "Made at \(try Clock.now()) by readiness \(Product.version)."
        Console.write(RegisterPage.html(report, made: made))
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write every file that is kept, for other programs.",
      discussion: """
        Examples:
          readiness register export suppliers.sqlite --format csv >register.csv
          readiness register export suppliers.sqlite --format json
        """
    )

    enum Form: String, ExpressibleByArgument, CaseIterable {
      case csv
      case json
    }

    @Argument(help: "The register.")
    var register: String

    @Option(help: "csv or json.")
    var format = Form.csv

    func run() throws {
      let register = try RegisterFile.open(self.register)
      let files: [RegisterRecord]
      do {
        files = try register.files()
      } catch {
        throw Failure(error)
      }
      Console.write(format == .csv ? RegisterOutput.csv(files) : RegisterOutput.json(files))
    }
  }
}
