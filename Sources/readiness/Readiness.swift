import ArgumentParser

@main
struct Readiness: ParsableCommand {
  func run() throws { print("readiness") }
}
