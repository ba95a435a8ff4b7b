#!/usr/bin/env python3
"""Reads one scan report from standard input, sharing nothing with the program.

  second-reading.py FORMAT < FILE

Prints one line for each date, device, finding, check and limit, sorted. The tests compare them
with what the importer makes of the same bytes. Only Python's own library is used, and the whole
file is read at once: it is a second opinion, not a tool for large or hostile files.
"""
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import datetime, timezone
from decimal import ROUND_FLOOR, Decimal


class Report:
    def __init__(self):
        self.started = None
        self.ended = None
        self.devices = {}
        self.findings = []
        self.checks = Counter()
        self.services = []
        self.informational = 0
        self.limits = []

    def device(self, name, system=None, scanned=None, logged_in=None):
        old = self.devices.get(name, (None, None, None))
        self.devices[name] = tuple(
            new if new is not None else kept for new, kept in zip((system, scanned, logged_in), old)
        )

    def find(self, device, id, title, **more):
        self.findings.append((device, id, title, more))

    def lines(self):
        yield f"started {self.started}"
        yield f"ended {self.ended}"
        for name, (system, scanned, logged_in) in self.devices.items():
            yield f"device {name} | {system} | {scanned} | {word(logged_in)}"
        for device, id, title, more in self.findings:
            scores = sorted(
                f"{version}={tenths}@{source}" for version, tenths, source in more.get("scores", [])
            )
            yield " | ".join(
                [
                    f"finding {device}",
                    str(more.get("port", 0)),
                    id,
                    title,
                    str(more.get("product")),
                    ",".join(more.get("cves", [])),
                    ",".join(dict.fromkeys(scores)),
                    str(more.get("tool")),
                    str(more.get("vendor")),
                    more.get("fix", "unknown"),
                    str(more.get("published")),
                    word(more.get("unsupported", False)),
                    str(more.get("certainty")),
                ]
            )
        for (device, result), count in self.checks.items():
            yield f"check {device} | {result} | {count}"
        for service in self.services:
            yield "service " + " | ".join(map(str, service))
        if self.informational:
            yield f"informational {self.informational}"
        for limit in self.limits:
            yield f"limit {limit}"


def word(flag):
    return {True: "yes", False: "no", None: "None"}[flag]


def tenths(number):
    return int((Decimal(str(number)) * 10).to_integral_value(ROUND_FLOOR))


def line(text):
    return " ".join(text.split()) if text else None


def cves(*ids):
    return list(dict.fromkeys(i for i in ids if i and re.fullmatch(r"CVE-\d{4}-\d{4,}", i)))


# --- Trivy -------------------------------------------------------------------------------------


def trivy(data):
    document = json.loads(data)
    report = Report()
    looked = []
    hidden = failed = 0

    def results(device, metadata, entries):
        nonlocal hidden
        system = metadata.get("OS") or {}
        name = line(f"{system.get('Family', '')} {system.get('Name', '')}") or None
        report.device(device, name, report.started, True)
        for entry in entries:
            if entry.get("Class", "os-pkgs") in ("os-pkgs", "lang-pkgs"):
                looked.append(entry)
            for flaw in entry.get("Vulnerabilities") or []:
                status = flaw.get("Status")
                if status == "not_affected":
                    report.informational += 1
                    continue
                looked.append(flaw)
                if flaw.get("FixedVersion") or status == "fixed":
                    fix = "available"
                elif status in ("will_not_fix", "end_of_life"):
                    fix = "never"
                elif status == "unknown":
                    fix = "unknown"
                else:
                    fix = "none"
                source = flaw.get("SeveritySource")
                vendor = None
                if entry.get("Class") != "lang-pkgs" and flaw.get("Severity") != "UNKNOWN":
                    if source and source not in ("nvd", "ghsa", "glad", "osv"):
                        vendor = flaw.get("Severity")
                scores = []
                for who, values in (flaw.get("CVSS") or {}).items():
                    for key, version in (("V2Score", "v2"), ("V3Score", "v3"), ("V40Score", "v4")):
                        if values.get(key) is not None:
                            scores.append((version, tenths(values[key]), who))
                report.find(
                    device,
                    flaw["VulnerabilityID"],
                    line(flaw.get("Title")) or flaw["VulnerabilityID"],
                    product=f"{flaw['PkgName']} {flaw['InstalledVersion']}",
                    cves=cves(flaw["VulnerabilityID"]),
                    scores=scores,
                    tool=flaw.get("Severity"),
                    vendor=vendor,
                    fix=fix,
                    unsupported=status == "end_of_life",
                )
            for check in entry.get("Misconfigurations") or []:
                report.checks[device, check["Status"]] += 1
            hidden += len(entry.get("ExperimentalModifiedFindings") or [])
        if system.get("EOSL"):
            report.find(
                device, "EOSL", f"{name} is past its end of life", product=name, unsupported=True
            )

    if isinstance(document, list):
        for entry in document:
            results(entry["Target"], {}, [entry])
    else:
        if document.get("CreatedAt"):
            report.started = report.ended = document["CreatedAt"][:10]
        resources = document.get("Resources") or document.get("Findings")
        if resources is None and "ClusterName" in document:
            resources = (document.get("Vulnerabilities") or []) + (
                document.get("Misconfigurations") or []
            )
        if resources is not None:
            for resource in resources:
                parts = [resource.get("Namespace"), resource["Kind"], resource["Name"]]
                name = "/".join(part for part in parts if part)
                failed += bool(resource.get("Error"))
                results(name, resource.get("Metadata") or {}, resource.get("Results") or [])
        else:
            results(
                document["ArtifactName"],
                document.get("Metadata") or {},
                document.get("Results") or [],
            )
    if not looked:
        report.limits.append("nothingLookedAt")
    if hidden:
        shown = len(report.findings)
        report.limits.append(f"filtered {shown} of {shown + hidden}")
    if failed:
        report.limits.append(f"failures {failed}")
    return report


# --- Grype -------------------------------------------------------------------------------------


def grype(data):
    document = json.loads(data)
    report = Report()
    descriptor = document.get("descriptor") or {}
    if descriptor.get("timestamp"):
        report.started = report.ended = descriptor["timestamp"][:10]
    target = (document.get("source") or {}).get("target") or ""
    device = target["userInput"] if isinstance(target, dict) else target
    distro = document.get("distro") or {}
    system = line(f"{distro.get('name', '')} {distro.get('version', '')}") or None
    report.device(device, system, report.started, True)

    def scores(flaw):
        who = flaw.get("namespace")
        for score in flaw.get("cvss") or []:
            base = (score.get("metrics") or {}).get("baseScore")
            if base is not None:
                version = "v" + score["version"][0]
                yield version, tenths(base), score.get("source", who)
        for keys, version in ((("cvssV2", "cvss-v2"), "v2"), (("cvssV3", "cvss-v3"), "v3")):
            for key in keys:
                old = flaw.get(key) or {}
                base = old.get("baseScore", old.get("base-score"))
                if base is not None:
                    yield version, tenths(base), who

    for match in document["matches"]:
        flaw = match["vulnerability"]
        related = match.get("relatedVulnerabilities") or []
        fix = flaw.get("fix") or {}
        state = fix.get("state")
        fixed_in = flaw.get("fixedInVersion") or flaw.get("fixed-in-version")
        if state in ("fixed", "not-fixed", "wont-fix"):
            said = {"fixed": "available", "not-fixed": "none", "wont-fix": "never"}[state]
        else:
            said = "available" if fix.get("versions") or fixed_in else "unknown"
        severity = flaw.get("severity")
        of_vendor = ":distro:" in (flaw.get("namespace") or "") and severity != "Unknown"
        product = f"{match['artifact']['name']} {match['artifact']['version']}"
        report.find(
            device,
            flaw["id"],
            f"{flaw['id']} in {product}",
            product=product,
            cves=cves(flaw["id"], *[other["id"] for other in related]),
            scores=[score for each in [flaw, *related] for score in scores(each)],
            tool=severity,
            vendor=severity if of_vendor else None,
            fix=said,
        )
    alerts = [a for p in document.get("alertsByPackage") or [] for a in p["alerts"]]
    for message in dict.fromkeys(a["message"] for a in alerts if a["type"] == "distro-eol"):
        report.find(device, "distro-eol", message, unsupported=True)
    if not report.findings:
        report.limits.append("nothingLookedAt")
    if document.get("ignoredMatches"):
        shown = len(report.findings)
        report.limits.append(f"filtered {shown} of {shown + len(document['ignoredMatches'])}")
    disabled = sum(a["type"] == "distro-disabled" for a in alerts)
    if disabled:
        report.limits.append(f"failures {disabled}")
    return report


# --- Lynis -------------------------------------------------------------------------------------


def lynis(data):
    pairs = [
        row.rstrip("\r").split("=", 1)
        for row in data.decode("utf-8", "replace").split("\n")
        if "=" in row and not row.startswith("#")
    ]
    one = dict(pairs)
    report = Report()
    report.started = one.get("report_datetime_start", "")[:10] or None
    report.ended = one.get("report_datetime_end", "")[:10] or None
    device = one.get("hostname", "")
    system = one.get("os_fullname") or line(
        f"{one.get('os_name', one.get('os', ''))} {one.get('os_version', '')}"
    )
    report.device(device, system, report.started, True)
    named = 0
    for key, value in pairs:
        if key == "vulnerable_package[]":
            named += 1
            report.find(device, f"vulnerable_package/{value}", value, product=value)
        elif key in ("warning[]", "suggestion[]"):
            id, title = (value.split("|") + [""])[:2]
            kind = key[:-2]
            update = kind == "warning" and id.startswith(("PKGS-", "KRNL-"))
            fix = "unknown" if update else "workaround"
            report.find(device, id, line(title) or id, tool=kind, fix=fix)
    if one.get("vulnerable_packages_found") == "1" and not named:
        report.find(
            device,
            "vulnerable_packages_found",
            "Packages with known flaws, which are not named",
        )
    for key in (
        "firewall_active",
        "malware_scanner_installed",
        "unattended_upgrade_option_available",
    ):
        if [key, "0"] in pairs:
            report.find(device, key, f"{key}=0", fix="workaround")
    if one.get("finish") != "true":
        report.limits.append("unfinished")
    failed = sum(key == "exception_event[]" for key, _ in pairs)
    if failed:
        report.limits.append(f"failures {failed}")
    return report


# --- Nessus ------------------------------------------------------------------------------------


def utc_day(seconds):
    return datetime.fromtimestamp(int(seconds), timezone.utc).strftime("%Y-%m-%d")


def nessus_day(written):
    if "T" in written[10:11]:
        return written[:10]
    return datetime.strptime(" ".join(written.split()), "%a %b %d %H:%M:%S %Y").strftime("%Y-%m-%d")


def nessus(data):
    # The prefix is not declared in every file.
    root = ET.fromstring(re.sub(rb"<(/?)cm:", rb"<\1", data))
    assert root.tag == "NessusClientData_v2"
    report = Report()
    words = dict(zip("01234", ("info", "low", "medium", "high", "critical")))
    days, ends, out, looked = [], [], [], 0
    for host in root.findall("Report/ReportHost"):
        name = host.get("name")
        tags = {tag.get("name"): (tag.text or "").strip() for tag in host.iter("tag")}
        day = end = None
        if "HOST_START" in tags:
            day = nessus_day(tags["HOST_START"])
        if "HOST_START_TIMESTAMP" in tags:
            day = utc_day(tags["HOST_START_TIMESTAMP"])
        if "HOST_END" in tags:
            end = nessus_day(tags["HOST_END"])
        if "HOST_END_TIMESTAMP" in tags:
            end = utc_day(tags["HOST_END_TIMESTAMP"])
        said = [tags["Credentialed_Scan"] == "true"] if "Credentialed_Scan" in tags else []
        ports = set()
        for item in host.findall("ReportItem"):
            looked += 1
            port = int(item.get("port"))
            service = item.get("svc_name")
            if port and (port, item.get("protocol")) not in ports:
                ports.add((port, item.get("protocol")))
                report.services.append(
                    (
                        name,
                        f"{port}/{item.get('protocol')}",
                        service.rstrip("?"),
                        None,
                        word(service.endswith("?")),
                    )
                )
            fields = {}
            for field in item:
                fields.setdefault(field.tag, []).append((field.text or "").strip())
            if item.get("pluginID") == "19506":
                found = re.search(r"Credentialed checks : (yes|no)", fields["plugin_output"][0])
                said += [found[1] == "yes"] if found else []
            if item.get("pluginFamily") == "Policy Compliance":
                report.checks[name, fields["compliance-result"][0]] += 1
                continue
            own = fields.get("cvss_score_source", [None])[0]
            scores = []
            for tag, version in (
                ("cvss_base_score", "v2"),
                ("cvss", "v2"),
                ("cvss3_base_score", "v3"),
                ("cvssv3", "v3"),
                ("cvss4_base_score", "v4"),
            ):
                if tag in fields:
                    third = fields.get("cvss3_score_source", [own])[0]
                    source = third if version == "v3" else own
                    scores.append((version, tenths(fields[tag][0]), source))
            patched = fields.get("patch_publication_date", [None])[0]
            unsupported = "unsupported_by_vendor" in fields or "Unsupported Version" in item.get(
                "pluginName"
            )
            if not (
                item.get("severity") != "0"
                or any(score[1] for score in scores)
                or fields.get("cve")
                or patched
                or unsupported
            ):
                report.informational += 1
                continue
            solution = fields.get("solution", [""])[0]
            fix = "unknown"
            if patched or solution.startswith(("Upgrade ", "Apply ")):
                fix = "available"
            elif solution.startswith("There is no known solution"):
                fix = "none"
            report.find(
                name,
                item.get("pluginID"),
                line(item.get("pluginName")),
                port=port,
                product=fields["cpe"][0].split("\n")[0] if "cpe" in fields else None,
                cves=cves(*fields.get("cve", [])),
                scores=scores,
                tool=words[item.get("severity")],
                fix=fix,
                published=patched.replace("/", "-") if patched else None,
                unsupported=unsupported,
            )
        logged_in = all(said) if said else None
        system = tags.get("operating-system")
        report.device(name, system.replace("\n", ", ") if system else None, day, logged_in)
        days += [day] if day else []
        ends += [end] if end else []
        out += [name] if logged_in is False else []
    report.started = min(days, default=None)
    report.ended = max(ends, default=None)
    if out:
        report.limits.append("notLoggedIn " + ",".join(out))
    if not looked:
        report.limits.append("nothingLookedAt")
    errors = sum(count for (_, result), count in report.checks.items() if result == "ERROR")
    if errors:
        report.limits.append(f"failures {errors}")
    return report


# --- Nmap --------------------------------------------------------------------------------------


def nmap(data):
    root = ET.fromstring(data)
    report = Report()
    report.started = utc_day(root.get("start"))
    hosts = [h for h in root.findall("host") if h.find("status").get("state") != "down"]
    for host in hosts:
        addresses = [a for a in host.findall("address") if a.get("addrtype") != "mac"]
        name = addresses[0].get("addr")
        match = host.find("os/osmatch")
        system = None
        if match is not None:
            guess = "" if match.get("accuracy") == "100" else " (a guess)"
            system = match.get("name") + guess
        day = utc_day(host.get("starttime")) if host.get("starttime") else report.started
        report.device(name, system, day, None)
        for port in host.findall("ports/port"):
            if port.find("state").get("state") != "open":
                continue
            service = port.find("service")
            service = {} if service is None else service.attrib
            called = service.get("name")
            if called == "unknown":
                called = None
            if service.get("tunnel") == "ssl":
                called = "https" if called == "http" else f"ssl/{called}"
            product = line(f"{service.get('product', '')} {service.get('version', '')}")
            where = f"{port.get('portid')}/{port.get('protocol')}"
            guessed = word(service.get("method") == "table")
            report.services.append((name, where, called, product or None, guessed))
    finished = root.find("runstats/finished")
    report.ended = utc_day(finished.get("time"))
    if finished.get("exit", "success") != "success":
        report.limits.append("unfinished")
    up = int(root.find("runstats/hosts").get("up"))
    if up > len(hosts):
        report.limits.append(f"filtered {len(hosts)} of {up}")
    if not hosts:
        report.limits.append("nothingLookedAt")
    return report


# --- Greenbone ---------------------------------------------------------------------------------


def of(node, path):
    found = node.find(path)
    return (found.text or "").strip() if found is not None else ""


def day(text):
    match = re.match(r"(\d{4}-\d\d-\d\d)T", text or "")
    return match.group(1) if match else None


def vector_version(vector):
    if vector.startswith("CVSS:3."):
        return "v3"
    if vector.startswith("CVSS:4."):
        return "v4"
    return "v2" if "/Au:" in vector else "vunknown"


def greenbone(data):
    root = ET.fromstring(data)
    report = Report()
    inner = root.findall("report/report") if root.tag != "report" else root.findall("report")
    starts = [day(of(one, "scan_start")) for one in inner]
    ends = [day(of(one, "scan_end")) for one in inner]
    report.started = min(filter(None, starts), default=None)
    report.ended = max(filter(None, ends), default=None)
    full = shown = results = failed = errors = changed = 0
    logged_in = {}
    for one in inner:
        for entry in one.findall("ports/port"):
            name = (entry.find("host").text or "").strip()
            match = re.fullmatch(r"(?:(.+) \()?((\d+)/(tcp|udp|sctp))\)?", (entry.text or "").strip())
            if match and name:
                report.device(name)
                report.services.append((name, match.group(2), match.group(1), None, "no"))
        for entry in one.findall("results/result"):
            results += 1
            name = (entry.find("host").text or "").strip()
            report.device(name)
            test = entry.find("nvt")
            severity = of(entry, "severity") if entry.find("severity") is not None else None
            original = of(entry, "original_severity")
            threat = of(entry, "threat")
            if severity is None:
                changed += threat == "False Positive"
            elif original:
                changed += original != severity
            else:
                changed += severity == "-1.0"
            tags = dict(
                pair.split("=", 1) for pair in of(test, "tags").split("|") if "=" in pair
            )
            ids = [c.strip() for c in of(test, "cve").split(",")]
            ids += [r.get("id") for r in test.findall("refs/ref") if r.get("type") == "cve"]
            ids = cves(test.get("oid"), *ids)
            if severity is None:
                if threat in ("Log", "Debug", "False Positive"):
                    report.informational += threat != "False Positive"
                    continue
            elif severity.startswith("-3"):
                failed += 1
                continue
            elif severity.startswith("-"):
                continue
            elif float(severity) == 0 and not ids:
                report.informational += 1
                continue
            scores = []
            for score in test.findall("severities/severity"):
                version = "v" + score.get("type")[-1]
                value = of(score, "score")
                # GMP 20 and 21 count in tenths.
                if of(one, "gmp/version")[:3] in ("20.", "21.") and "." not in value:
                    value = Decimal(value) / 10
                scores.append((version, tenths(value), of(score, "origin") or None))
            if not scores and of(test, "cvss_base"):
                version = vector_version(tags.get("cvss_base_vector", ""))
                value = tenths(of(test, "cvss_base"))
                if value or version != "vunknown":
                    scores.append((version, value, None))
            kind = tags.get("solution_type")
            if test.find("solution") is not None and test.find("solution").get("type"):
                kind = test.find("solution").get("type")
            fixes = {
                "VendorFix": "available",
                "Mitigation": "workaround",
                "Workaround": "workaround",
                "NoneAvailable": "none",
                "WillNotFix": "never",
            }
            product = [
                of(d, "value")
                for d in entry.findall("detection/result/details/detail")
                if of(d, "name") == "product"
            ]
            port = re.search(r"(\d+)/", of(entry, "port"))
            title = of(test, "name") or of(entry, "name")
            report.find(
                name,
                test.get("oid") or title,
                title,
                product=product[-1] if product else None,
                cves=ids,
                scores=scores,
                tool=threat or None,
                fix=fixes.get(kind, "unknown"),
                unsupported="End of Life" in title,
                certainty=of(entry, "qod/value") or None,
                port=port.group(1) if port else 0,
            )
        for entry in one.findall("host"):
            details = {of(d, "name"): of(d, "value") for d in entry.findall("detail")}
            name = of(entry, "ip")
            state = None
            if any(d.startswith("Auth-") and d.endswith("-Failure") for d in details):
                state = False
            if any(d.startswith("Auth-") and d.endswith("-Success") for d in details):
                state = True
            report.device(name, details.get("best_os_txt"), day(of(entry, "start")), state)
            logged_in[name] = state
        full += int(of(one, "result_count/full") or 0)
        shown += int(of(one, "result_count/filtered") or 0)
        listed = len(one.findall("errors/error"))
        errors += max(listed, int(of(one, "errors/count") or 0))
    for name, (system, scanned, state) in report.devices.items():
        report.devices[name] = (system, scanned or report.started, state)
    if any(of(one, "scan_run_status") not in ("", "Done") for one in inner) or None in ends:
        report.limits.append("unfinished")
    out = [name for name in report.devices if logged_in.get(name) is False]
    if out:
        report.limits.append("notLoggedIn " + ",".join(out))
    if results < max(full, shown):
        report.limits.append(f"filtered {results} of {max(full, shown)}")
    if not results:
        report.limits.append("nothingLookedAt")
    if errors + failed:
        report.limits.append(f"failures {errors + failed}")
    if changed:
        report.limits.append(f"changedByHand {changed}")
    return report


# --- XCCDF and ARF -----------------------------------------------------------------------------


def xccdf(data):
    root = ET.fromstring(data)
    spaces = ["{http://checklists.nist.gov/xccdf/1.1}", "{http://checklists.nist.gov/xccdf/1.2}"]
    report = Report()
    titles = {}
    newest = {}
    for space in spaces:
        for rule in root.iter(space + "Rule"):
            titles.setdefault(rule.get("id"), line(of(rule, space + "title")))
        for run in root.iter(space + "TestResult"):
            targets = [t.text.strip() for t in run.findall(space + "target")]
            reference = run.find(space + "benchmark")
            profile = run.find(space + "profile")
            key = (
                targets[0] if targets else "",
                reference.get("id") or reference.get("href") if reference is not None else None,
                profile.get("idref") if profile is not None else None,
            )
            old = newest.get(key)
            if old is None or (old[1].get("end-time") or "") <= (run.get("end-time") or "9"):
                newest[key] = (space, run)
    starts, ends = [], []
    unended = wrong = nothing = errors = overrides = 0
    for (name, _, _), (space, run) in newest.items():
        start, end = day(run.get("start-time")), day(run.get("end-time"))
        starts.append(start)
        ends.append(end)
        unended += end is None
        identity = run.find(space + "identity")
        known = identity is not None and identity.get("authenticated") in ("true", "1")
        report.device(name, None, start or end, True if known else None)
        results = []
        for rule in run.findall(space + "rule-result"):
            result = of(rule, space + "result")
            results.append(result)
            report.checks[name, result] += 1
            overrides += len(rule.findall(space + "override"))
            if result == "fail":
                id = rule.get("idref")
                patches = id.endswith("security_patches_up_to_date")
                report.find(
                    name,
                    id,
                    titles.get(id) or id,
                    tool=rule.get("severity"),
                    fix="unknown" if patches else "workaround",
                )
        errors += results.count("error") + results.count("unknown")
        selected = [r for r in results if r != "notselected"]
        if selected and all(r == "notapplicable" for r in selected):
            wrong += len(selected)
        elif all(r in ("notapplicable", "notchecked") for r in selected):
            nothing += 1
    report.started = min(filter(None, starts), default=None)
    report.ended = max(filter(None, ends), default=None)
    if unended:
        report.limits.append("unfinished")
    if wrong:
        report.limits.append(f"wrongPlatform {wrong}")
    if nothing or not newest:
        report.limits.append("nothingLookedAt")
    if errors:
        report.limits.append(f"failures {errors}")
    if overrides:
        report.limits.append(f"changedByHand {overrides}")
    return report


READERS = {
    "trivy": trivy,
    "grype": grype,
    "lynis": lynis,
    "nessus": nessus,
    "nmap": nmap,
    "greenbone": greenbone,
    "xccdf": xccdf,
    "arf": xccdf,
}

if __name__ == "__main__":
    made = READERS[sys.argv[1]](sys.stdin.buffer.read())
    print("\n".join(sorted(made.lines())))
