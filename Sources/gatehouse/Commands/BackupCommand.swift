import ArgumentParser

/// `gatehouse backup`
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies the database and the pictures, and the log of changes since.",
    discussion: """
      With the log any instant since the oldest copy can be restored, not only those of the copies. \
      PostgreSQL hands it over when its configuration says (a restart is needed once):

        wal_level = replica
        archive_mode = on
        archive_timeout = 60
        archive_command = '/usr/lib/gatehouse/gatehouse backup wal --to DIR "%p" "%f"'

      Run it as the user that PostgreSQL runs as; pg_hba.conf must let that user replicate.

      Examples:
        gatehouse backup --to /var/lib/gatehouse-backup --pictures /var/lib/gatehouse/pictures
        gatehouse backup list --to /var/lib/gatehouse-backup
        gatehouse restore --from /var/lib/gatehouse-backup --data /var/lib/postgresql/15/restored
      """, subcommands: [BackupTake.self, BackupLog.self, BackupList.self],
    defaultSubcommand: BackupTake.self)
}
