/// The keys of a Lynis report that are read.
enum LynisKey: String {
  case version = "lynis_version"
  case reportMajor = "report_version_major"
  case reportMinor = "report_version_minor"
  case started = "report_datetime_start"
  case ended = "report_datetime_end"
  case finish
  case hostName = "hostname"
  case system = "os"
  case systemName = "os_name"
  case systemFullName = "os_fullname"
  case systemVersion = "os_version"
  case address4 = "network_ipv4_address[]"
  case address6 = "network_ipv6_address[]"
  case firewall = "firewall_active"
  case malwareScanner = "malware_scanner_installed"
  case automaticUpdates = "unattended_upgrade_option_available"
  case packagesFound = "vulnerable_packages_found"
  case vulnerablePackage = "vulnerable_package[]"
  case warning = "warning[]"
  case suggestion = "suggestion[]"
  case exceptionEvent = "exception_event[]"

  /// Those that are 1 where something is there.
  static let switches: [LynisKey] = [.firewall, .malwareScanner, .automaticUpdates]

  /// Keys that are known and of no use here.
  static let known: Set<String> = Set(
    """
    apache_module[] apache_version apparmor_enabled apparmor_policy_loaded arpwatch_running
    audit_daemon_running auditor auth_failed_logins_logged auth_group_ids_unique
    auth_group_names_unique authentication_brute_force_protection
    authentication_two_factor_enabled authentication_two_factor_required automation_tool_present
    automation_tool_running[] available_shell[] backdoored bios_version binaries_count
    binaries_sgid_count binaries_suid_count binary_paths boot_loader[] boot_loader boot_service[]
    boot_service_tool boot_uefi_booted boot_uefi_booted_secure certificate[] certificates
    clamav_last_update client_name compiler_installed compiler compiler_world_executable
    container[] container cronjob[] crypto_swap cpu_nx cpu_pae cronjobs[] data_collected
    database_size debian_packages[] default_gateway[] deleted_file[] details[] dhcp_client_running
    dhcp_client disk_encryption docker_containers_running docker_containers_running_unprivileged
    docker_daemon_running domainname encrypted_swap[] encryption[] error[] expensive_test
    failed_logins_logged fail2ban_config fail2ban_enabled_service[] fail2ban_installed
    file_integrity_tool_installed file_integrity_tool[] file_systems_ext[] file_systems_lvm[]
    firewall_empty_ruleset firewall_installed firewall_software[] framework_grsecurity
    framework_selinux hardening_index hardware_platform home_directory[] hostid hostid2
    hostid2_method hostid_method ids_ips_tooling[] imap_daemon installed_compiler
    installed_kernel_packages installed_package[] installed_packages installed_packages_array
    interface[] journal_bootlogs journal_contains_errors journal_coredumps_lastday
    journal_disk_size journal_meta_data journal_oldest_bootdate kernel_version
    kernel_version_full last_backup ldap_oldest_date ldap_auth_enabled ldap_pam_enabled
    license_key linux_amount_of_kernels linux_auth_locked_out linux_config_file
    linux_default_runlevel linux_kernel_io_scheduler linux_kernel_io_scheduler[]
    linux_kernel_release linux_kernel_scheduler[] linux_kernel_type linux_kernel_version
    linux_version loaded_kernel_module[] localhost-mapped-to localhost_ip lockfile log_directory[]
    log_file[] log_rotation_config_found log_rotation_tool lynis_timer_next_trigger
    lynis_tests_done lynis_update_available malware_scanner[] manual[] manual_event[]
    memory_size memory_units minimum_password_length mountpoint[] mount_option[]
    mysql_running mysql_logging name_cache_used nameserver[] network_interface[]
    network_listen[] network_listen_port[] network_mac_address[] nfs_exports[] nginx_main_conf
    nginx_running nginx_sub_conf_file[] notebook ntp_config_found ntp_config_type_daemon
    ntp_config_type_eventbased ntp_config_type_scheduled ntp_config_type_startup ntp_daemon
    ntp_daemon_running ntp_server[] ntp_unreliable_peer[] ntp_version open_empty_log_file[]
    open_logfile[] openldap_running openssh_daemon_running option os_kernel_version
    os_kernel_version_full os_mode package_audit_tool package_audit_tool_found package_manager[]
    pam_cracklib pam_module[] pam_pwquality password_strength_tested password_max_days
    password_min_days php_config_file[] php_disabled_functions[] plugin_directory
    plugin_enabled_phase1[] plugin_firewall_iptables_list plugin_processes_allprocesses
    plugins_enabled pop3_daemon postgresql_running pam_auth_brute_force_protection_module[]
    printing_daemon profile promiscuous_interface[] query real_user[] redis_running resolv_conf_domain
    resolv_conf_search_domain[] resolv_conf_option[] running_apache running_service[]
    running_service_tool scheduler[] security_area selinux_mode selinux_status service_manager
    session_timeout_enabled session_timeout_method[] session_timeout_set_method
    slow_test[] smtp_daemon squid_running ssh_daemon_options_set ssh_daemon_running
    ssh_daemon_port sudoers_file syslog_daemon syslog_daemon_detected[] syslog_daemon_present
    systemctl_exit_code systemd systemd_builtin_components systemd_service_not_found[] systemd_status
    systemd_unit_file[] systemd_unit_not_found[] systemd_version
    sysctl test_category test_group tests_executed tests_skipped time_config
    uptime_in_days uptime_in_seconds usb_authorized_default_device[] usb_controller[]
    usbguard_found usbguard_config usbguard_rules valid_certificate[] vm vmtype vulnerable_packages_array
    valgrind_installed weak_password[] wireless_interface[] warnings_count
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
  )
}
