/// Names that try to be something else, for tests of everything that shows names.
enum HostileText {
  static let names = [
    "<script>alert(1)</script> Ltd",
    "\"><img src=x onerror=alert(1)>",
    "A & B; &lt;i&gt; &#38; &amp;amp; 'quoted' \"twice\"",
    "]]> --> <?php ?> <!DOCTYPE x>",
    "\u{202E}dtL noisicerP dranneP\u{202C}",
    "Pennard\u{200B} Precision\u{AD} Ltd\u{2060}",
    "P\u{435}nnard Pr\u{435}cision Ltd",  // Cyrillic е
    "\u{1D40F}ennard \u{FF30}recision Ltd",
    "Tag\u{E0041}ged \u{FEFF}Ltd",
    "Terminal \u{9B}31m Ltd",
    "https://evil.example/?q=\u{2066}x",
  ]
}
